// pdf.h in the browser: one worker, fetched with the first request, kept for the next, ended to cancel.
//   [X] write   [X] cancel   [X] progress
addToLibrary({
  $pdfState: { worker: null, id: 0 },

  pdf_start__deps: ['$pdfState', '$workerAddress', '$wasmText', '$wasmBytes'],
  pdf_start: function (request) {
    const id = ++pdfState.id;
    const fail = (code) => wasmText(code, (pointer, size) => _web_pdf_answered(0, pointer, size));
    if (!pdfState.worker) {
      const worker = new Worker(workerAddress('pdf_worker.js'), { type: 'module' });
      pdfState.worker = worker;
      worker.onmessage = ({ data }) => {
        if (data.id !== pdfState.id) return; // of a job that was cancelled
        if (data.progress !== undefined) {
          _web_pdf_progressed(data.progress);
        } else if (data.bytes) {
          wasmBytes(new Uint8Array(data.bytes), (pointer, size) => _web_pdf_answered(1, pointer, size));
        } else if (data.error) {
          fail(data.error.code);
        }
      };
      worker.onerror = () => {
        if (pdfState.worker !== worker) return; // ended meanwhile
        pdfState.worker = null;
        fail('worker_unavailable');
      };
    }
    pdfState.worker.postMessage(Object.assign({ id }, JSON.parse(UTF8ToString(request))));
  },

  pdf_stop__deps: ['$pdfState'],
  pdf_stop: function () {
    pdfState.id += 1;
    if (pdfState.worker) pdfState.worker.terminate();
    pdfState.worker = null;
  },
});

// platform.h in the browser.
addToLibrary({
  platform_now: function () {
    return Date.now();
  },
  platform_random: function (bytes, count) {
    const kMost = 65536;  // the browser gives no more at once
    for (let done = 0; done < count; done += kMost) {
      crypto.getRandomValues(HEAPU8.subarray(bytes + done, bytes + Math.min(count, done + kMost)));
    }
  },
});

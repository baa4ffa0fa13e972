# The target `web`: the whole site in ${CMAKE_BINARY_DIR}/site, ready to be copied to any web server.
#
#   index.html style.css icon.svg startup.js     the page
#   app.js app.wasm                              the program; loaded by startup.js
#   kdf_worker.js pdf_worker.js                  loaded when used
#   fonts/interface-*.ttf                        what is drawn and typed (-more: Greek and Cyrillic, when used)
#   fonts/NotoSans-*.ttf                         for PDF, when used
#   policies/                                    as they are: they can be edited there, without a rebuild
#
# Any Emscripten from 3.1.6 on. Flags and their effect on size were measured; see tests/bench.

set(site "${CMAKE_BINARY_DIR}/site")
set(NOTO_DIR "/usr/share/fonts/truetype/noto" CACHE PATH "NotoSans-Regular.ttf and NotoSans-Bold.ttf")
# The python3 that is found first need not be the one whose packages apt installs.
if(NOT FONT_PYTHON)
  foreach(candidate python3 /usr/bin/python3)
    execute_process(COMMAND "${candidate}" -c "import fontTools" RESULT_VARIABLE lacks ERROR_QUIET)
    if(lacks STREQUAL "0")
      set(FONT_PYTHON "${candidate}" CACHE STRING "A python3 with fontTools")
      break()
    endif()
  endforeach()
  if(NOT FONT_PYTHON)
    message(FATAL_ERROR "fontTools for python3 is missing. Run shell/setup first.")
  endif()
endif()
find_program(ESBUILD esbuild HINTS "${CMAKE_SOURCE_DIR}/node_modules/.bin" NO_CMAKE_FIND_ROOT_PATH)
if(NOT ESBUILD)
  message(FATAL_ERROR "esbuild is missing. Run shell/setup first.")
endif()
foreach(face Regular Bold)
  if(NOT EXISTS "${NOTO_DIR}/NotoSans-${face}.ttf")
    message(FATAL_ERROR "${NOTO_DIR}/NotoSans-${face}.ttf is missing. Run shell/setup first.")
  endif()
endforeach()

# Read when the build files are written, so they hold for the layers above as well.
# The instructions named here are in every browser that has WebGL2 (the last to get them was Safari 15).
set(instructions "-mbulk-memory -mnontrapping-fptoint -msign-ext")
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -flto -DNDEBUG -fno-exceptions -fno-rtti ${instructions}")
set(CMAKE_C_FLAGS_MINSIZEREL "-Oz -flto -DNDEBUG ${instructions}")
set(CMAKE_EXE_LINKER_FLAGS_MINSIZEREL "-Oz -flto")

# Debian's Emscripten finds its modules only under Debian's own Node; any other has to be told.
if(EMSCRIPTEN_ROOT_PATH STREQUAL "/usr/share/emscripten" AND IS_DIRECTORY /usr/share/nodejs)
  set_property(DIRECTORY PROPERTY RULE_LAUNCH_LINK "env NODE_PATH=/usr/share/nodejs")
endif()

if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(stack_size TOTAL_STACK)
else()
  set(stack_size STACK_SIZE)
endif()

# web_program(NAME SOURCE...): a program for a page, as a module that exports one function.
function(web_program name)
  add_executable(${name} ${ARGN})
  target_link_options(${name} PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc -sJS_MATH=1
    $<$<NOT:$<CONFIG:Debug>>:-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz>
    -s${stack_size}=524288 -sINITIAL_MEMORY=8MB -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    $<IF:$<CONFIG:Debug>,-sASSERTIONS=1,-sASSERTIONS=0>)
endfunction()

# ---- the program ---------------------------------------------------------------------------
# The browser's side without main: whole objects, since most of it is called from JavaScript only.
file(GLOB web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*.cpp")
list(FILTER web_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(web_parts OBJECT ${web_sources} "${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
set_source_files_properties("${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp" PROPERTIES COMPILE_OPTIONS -w)
target_include_directories(web_parts PUBLIC "${CMAKE_SOURCE_DIR}")
target_compile_definitions(web_parts PRIVATE IMGUI_IMPL_OPENGL_ES3)
target_link_libraries(web_parts PUBLIC ui PRIVATE warnings)
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEFAULT_FONT)

# A file that adds to Emscripten's library is one; js_library.js goes first.
file(GLOB scripts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*.js")
list(FILTER scripts EXCLUDE REGEX "/js_library\\.js$")
list(PREPEND scripts "${CMAKE_SOURCE_DIR}/web/js_library.js")
function(add_js_libraries name)
  foreach(script ${ARGN})
    file(STRINGS "${script}" adds REGEX "addToLibrary\\(")
    if(adds)
      target_link_options(${name} PRIVATE "SHELL:--js-library \"${script}\"")
      set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${script}")
    endif()
  endforeach()
endfunction()

# minified(NAME FOLDER): app.js and app.wasm of the program in the folder.
function(minified name folder)
  get_target_property(out ${name} RUNTIME_OUTPUT_DIRECTORY)
  add_custom_command(OUTPUT "${folder}/app.js" "${folder}/app.wasm"
    DEPENDS ${name}
    COMMAND "${ESBUILD}" "${out}/app.js" $<$<NOT:$<CONFIG:Debug>>:--minify> --format=esm
      --target=es2022 --legal-comments=none --log-level=warning "--outfile=${folder}/app.js"
    COMMAND "${CMAKE_COMMAND}" -E copy "${out}/app.wasm" "${folder}/app.wasm"
    VERBATIM)
endfunction()

web_program(web_app "${CMAKE_SOURCE_DIR}/web/main.cpp")
target_link_libraries(web_app PRIVATE web_parts warnings)
set_target_properties(web_app PROPERTIES OUTPUT_NAME app RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/program")
add_js_libraries(web_app ${scripts})
minified(web_app "${site}")
set(site_files "${site}/app.js" "${site}/app.wasm")

# ---- the page and the workers --------------------------------------------------------------
add_custom_command(OUTPUT "${site}/startup.js"
  DEPENDS "${CMAKE_SOURCE_DIR}/web/startup.js"
  COMMAND "${ESBUILD}" "${CMAKE_SOURCE_DIR}/web/startup.js" --minify --target=es2022
    --log-level=warning "--outfile=${site}/startup.js"
  VERBATIM)
list(APPEND site_files "${site}/startup.js")

file(GLOB pdf_modules CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/pdf/*.js")
foreach(worker kdf_worker pdf_worker)
  if(EXISTS "${CMAKE_SOURCE_DIR}/web/${worker}.js")
    add_custom_command(OUTPUT "${site}/${worker}.js"
      DEPENDS "${CMAKE_SOURCE_DIR}/web/${worker}.js" ${pdf_modules} "${CMAKE_SOURCE_DIR}/package-lock.json"
      COMMAND "${ESBUILD}" "${CMAKE_SOURCE_DIR}/web/${worker}.js" --bundle --minify --format=esm
        --platform=browser --target=es2022 --legal-comments=none --log-level=warning
        "--outfile=${site}/${worker}.js"
      VERBATIM)
    list(APPEND site_files "${site}/${worker}.js")
  endif()
endforeach()

foreach(file index.html style.css icon.svg)
  add_custom_command(OUTPUT "${site}/${file}"
    DEPENDS "${CMAKE_SOURCE_DIR}/shell/${file}"
    COMMAND "${CMAKE_COMMAND}" -E copy "${CMAKE_SOURCE_DIR}/shell/${file}" "${site}/${file}"
    VERBATIM)
  list(APPEND site_files "${site}/${file}")
endforeach()

# ---- fonts ---------------------------------------------------------------------------------
# subset(OUTPUT FACE UNICODES FEATURES): hinting is dropped; what is not in UNICODES is not in the file.
# The canvas knows no kerning and no ligatures, so the interface's faces carry none: a field's text then
# falls exactly on the drawn text.
function(subset output face unicodes features)
  add_custom_command(OUTPUT "${site}/fonts/${output}.ttf"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${site}/fonts"
    COMMAND "${FONT_PYTHON}" -m fontTools.subset "${NOTO_DIR}/NotoSans-${face}.ttf" "--unicodes=${unicodes}"
      "--layout-features=${features}" --no-hinting --desubroutinize --name-IDs=0,1,2,3,4,5,6,13,14
      --drop-tables+=DSIG,GDEF,MATH,meta "--output-file=${site}/fonts/${output}.ttf"
    VERBATIM)
  set(site_files ${site_files} "${site}/fonts/${output}.ttf" PARENT_SCOPE)
endfunction()

# Punctuation, currency, arrows and ticks that texts use; U+FFFD stands for what is missing.
set(signs "U+2010-2027,U+2030-2033,U+2039,U+203A,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2260,U+2264,U+2265,U+25CF,U+FFFD")
# Every living language written in Latin letters; for PDF also phonetic and rare letters, Greek and Cyrillic.
set(latin "U+0020-007E,U+00A0-024F,U+0259,U+02B9-02BC,U+02C6-02DD,U+0300-030C,U+031B,U+0323-0328,U+0331,U+1E00-1EFF,${signs}")
# In bold European letters only: web/fonts.js lends it the rest from the regular face.
set(latin_bold "U+0020-007E,U+00A0-017F,U+0218-021B,U+0300-0304,U+0306-0308,U+0323,U+1E80-1E85,U+1E9E,U+1EF2,U+1EF3,${signs}")
set(document "U+0020-007E,U+00A0-03FF,U+0400-052F,U+1E00-1FFF,U+2000-206F,U+20A0-20BF,U+2100-2193,U+2200-22FF,U+2500-25FF,U+2700-27BF,U+2C60-2C7F,U+A720-A7FF,U+FFFD")
subset(interface-regular Regular "${latin}" "")
subset(interface-bold Bold "${latin_bold}" "")
subset(interface-more Regular "U+0370-03FF,U+0400-052F,U+1F00-1FFF" "")
subset(NotoSans-Regular Regular "${document}" "*")
subset(NotoSans-Bold Bold "${document}" "*")

# ---- policies ------------------------------------------------------------------------------
file(GLOB_RECURSE policy_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/policies/*")
add_custom_command(OUTPUT "${CMAKE_BINARY_DIR}/policies.copied"
  DEPENDS ${policy_files}
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${site}/policies"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${CMAKE_SOURCE_DIR}/policies" "${site}/policies"
  COMMAND "${CMAKE_COMMAND}" -E touch "${CMAKE_BINARY_DIR}/policies.copied"
  VERBATIM)

add_custom_target(web ALL DEPENDS ${site_files} "${CMAKE_BINARY_DIR}/policies.copied")

# ---- for tests/web/canvas_test.mjs: the same site with the gallery of widgets as its program --
web_program(gallery_app EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/web/gallery.cpp")
target_link_libraries(gallery_app PRIVATE web_parts warnings)
set_target_properties(gallery_app PROPERTIES OUTPUT_NAME app RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/gallery_program")
add_js_libraries(gallery_app ${scripts} "${CMAKE_SOURCE_DIR}/tests/web/gallery.js")
minified(gallery_app "${CMAKE_BINARY_DIR}/gallery")
set(page_files index.html style.css icon.svg startup.js fonts/interface-regular.ttf fonts/interface-bold.ttf fonts/interface-more.ttf)
list(TRANSFORM page_files PREPEND "${site}/" OUTPUT_VARIABLE page_sources)
add_custom_target(gallery
  DEPENDS ${page_sources} "${CMAKE_BINARY_DIR}/gallery/app.js"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/gallery/fonts"
  COMMAND sh -c "cp -p index.html style.css icon.svg startup.js '${CMAKE_BINARY_DIR}/gallery/' && cp -p fonts/interface-*.ttf '${CMAKE_BINARY_DIR}/gallery/fonts/'"
  WORKING_DIRECTORY "${site}"
  VERBATIM)

# ---- the floor of the measurements: an empty Dear ImGui page of the same toolchain ----------
web_program(empty_page EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/bench/empty_page.cpp"
  "${IMGUI_DIR}/imgui.cpp" "${IMGUI_DIR}/imgui_draw.cpp" "${IMGUI_DIR}/imgui_tables.cpp"
  "${IMGUI_DIR}/imgui_widgets.cpp" "${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
set_target_properties(empty_page PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/empty_page")
target_include_directories(empty_page SYSTEM PRIVATE "${IMGUI_DIR}" "${IMGUI_DIR}/backends")
target_compile_definitions(empty_page PRIVATE IMGUI_IMPL_OPENGL_ES3 IMGUI_USE_WCHAR32
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
target_compile_options(empty_page PRIVATE -w)

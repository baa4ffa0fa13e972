# core_tests: the core's doctest suites, one program; built natively and as WebAssembly for node.
# property_tests: what must hold of any input, with rapidcheck; native only.
# ui_tests:   headless Dear ImGui frames, driven through the semantic nodes; native only.
function(doctest_program name)
  set(sources "${CMAKE_SOURCE_DIR}/tests/main.cpp")
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FOLDERS;LINK")
  foreach(folder ${arg_FOLDERS})
    file(GLOB found CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*_test.cpp")
    list(APPEND sources ${found})
  endforeach()
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  foreach(library ${arg_LINK})
    if(TARGET ${library})
      target_link_libraries(${name} PRIVATE ${library})
    endif()
  endforeach()
  target_link_libraries(${name} PRIVATE header_only warnings)
  target_compile_definitions(${name} PRIVATE REPOSITORY_DIR="${CMAKE_SOURCE_DIR}")
endfunction()

if(EMSCRIPTEN)
  # For programs that node runs. NODERAWFS: they read the policies and golden files from the repository.
  set(node_options -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -s${stack_size}=1048576)
endif()

doctest_program(core_tests
  FOLDERS base calendar policy casework documents app fuzz
  LINK base calendar policy casework documents app)
if(EMSCRIPTEN)
  # A failed REQUIRE leaves its test by an exception; the layers under test have none, as in the product.
  target_compile_options(core_tests PRIVATE -fexceptions -fwasm-exceptions -O1)
  target_link_options(core_tests PRIVATE -fexceptions -fwasm-exceptions)
  # Emscripten writes a CommonJS script, and the repository's package.json says that .js is a module.
  file(WRITE "${CMAKE_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")
  target_link_options(core_tests PRIVATE ${node_options})
endif()

foreach(face Regular Bold)
  string(TOUPPER ${face} upper)
  find_file(NOTO_SANS_${upper} NotoSans-${face}.ttf REQUIRED NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/share/fonts PATH_SUFFIXES truetype/noto noto google-noto)
  list(APPEND faces NOTO_SANS_${upper}="${NOTO_SANS_${upper}}")
endforeach()
if(NOT EMSCRIPTEN)
  find_library(RAPIDCHECK rapidcheck REQUIRED)
  doctest_program(property_tests FOLDERS properties LINK casework)
  target_link_libraries(property_tests PRIVATE "${RAPIDCHECK}")
  doctest_program(ui_tests FOLDERS ui LINK ui)
  target_compile_definitions(ui_tests PRIVATE ${faces})
endif()

# bench_program(NAME LAYER): tests/bench/NAME.cpp over that layer, natively and as WebAssembly in node; built when it
# is asked for (tests/bench/run).
function(bench_program name layer)
  add_executable(${name} EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/bench/${name}.cpp")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${layer} warnings)
  target_compile_definitions(${name} PRIVATE REPOSITORY_DIR="${CMAKE_SOURCE_DIR}")
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE ${node_options})
  endif()
endfunction()

# The list of cases.
bench_program(home_bench ui)
target_compile_definitions(home_bench PRIVATE ${faces})

# Working days and clocks, beside numpy and date-fns (tests/bench/calendar_bench.mjs), as the product is linked.
bench_program(calendar_bench casework)
if(EMSCRIPTEN)
  target_link_options(calendar_bench PRIVATE -sMALLOC=emmalloc
    $<$<NOT:$<CONFIG:Debug>>:-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz>)
endif()

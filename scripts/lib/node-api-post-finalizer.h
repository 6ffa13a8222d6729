/*
 * Read before node_api.h when better-sqlite3 is built for the fallback runtime.
 *
 * Node-API 9 (Electron 33) knows references to strings, which better-sqlite3 13 needs, only as an experimental feature.
 * An experimental addon runs its finalizers inside the garbage collector, where deleting a reference aborts
 * the process; node-addon-api avoids that when it may post finalizers. The npm package of Node's headers leaves
 * experimental declarations out, so this one is written here.
 */
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
#include <node_api.h>

EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                                           void* finalize_data, void* finalize_hint);
EXTERN_C_END

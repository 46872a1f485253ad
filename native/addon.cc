// The module: one topic after the other, nothing else.
#include "js.h"

void registerEngine(napi_env, napi_value);
void registerSymbol(napi_env, napi_value);
void registerObject(napi_env, napi_value);
void registerPointer(napi_env, napi_value);
void registerSection(napi_env, napi_value);
void registerRange(napi_env, napi_value);
void registerGeometry(napi_env, napi_value);
void registerContainer(napi_env, napi_value);
void registerUnset(napi_env, napi_value);
void registerGraphics(napi_env, napi_value);

NAPI_MODULE_INIT() {
  registerEngine(env, exports);
  registerSymbol(env, exports);
  registerObject(env, exports);
  registerPointer(env, exports);
  registerSection(env, exports);
  registerRange(env, exports);
  registerGeometry(env, exports);
  registerContainer(env, exports);
  registerUnset(env, exports);
  registerGraphics(env, exports);
  return exports;
}

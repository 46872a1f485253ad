// Small helpers over the plain C Node-API.
#pragma once
#define NAPI_VERSION 8
#include <node_api.h>

#include <string>

inline napi_value number(napi_env env, double value) {
  napi_value result = nullptr;
  napi_create_double(env, value, &result);
  return result;
}
inline napi_value integer(napi_env env, int32_t value) {
  napi_value result = nullptr;
  napi_create_int32(env, value, &result);
  return result;
}
inline napi_value boolean(napi_env env, bool value) {
  napi_value result = nullptr;
  napi_get_boolean(env, value, &result);
  return result;
}
inline napi_value text(napi_env env, const char* value, size_t length = NAPI_AUTO_LENGTH) {
  napi_value result = nullptr;
  napi_create_string_utf8(env, value ? value : "", length, &result);
  return result;
}
inline napi_value text(napi_env env, const std::string& value) { return text(env, value.c_str(), value.size()); }
inline napi_value undefined(napi_env env) {
  napi_value result = nullptr;
  napi_get_undefined(env, &result);
  return result;
}
inline napi_value null(napi_env env) {
  napi_value result = nullptr;
  napi_get_null(env, &result);
  return result;
}
inline napi_valuetype typeOf(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  return type;
}
inline std::string string(napi_env env, napi_value value) {
  size_t length = 0;
  if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) return {};
  std::string result(length, '\0');
  napi_get_value_string_utf8(env, value, result.data(), length + 1, &length);
  return result;
}

// The arguments of a native function. They come from our own TypeScript, which has checked them;
// what does not fit reads as 0, which no handle and no symbol has.
struct Args {
  static constexpr size_t most = 8;
  napi_env env;
  size_t count = most;
  napi_value values[most];
  napi_value self = nullptr;

  Args(napi_env env, napi_callback_info info) : env(env) { napi_get_cb_info(env, info, &count, values, &self, nullptr); }
  int32_t i(size_t n) const {
    int32_t result = 0;
    napi_get_value_int32(env, values[n], &result);
    return result;
  }
  double d(size_t n) const {
    double result = 0;
    napi_get_value_double(env, values[n], &result);
    return result;
  }
  bool b(size_t n) const {
    bool result = false;
    napi_get_value_bool(env, values[n], &result);
    return result;
  }
  std::string s(size_t n) const { return string(env, values[n]); }
};

inline void exportFunction(napi_env env, napi_value exports, const char* name, napi_callback function) {
  napi_value value = nullptr;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, function, nullptr, &value);
  napi_set_named_property(env, exports, name, value);
}

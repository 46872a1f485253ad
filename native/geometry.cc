// 3-D points and the volume of segments.
#include <cmath>

#include "value.h"

namespace geometry {

static Section* withPoint(const Args& args, int place) {
  Section* sec = handles::section(args.i(0));
  int i = args.i(place);
  if (i < 0 || i >= sec->npt3d)
    throw Failure("ERR_PATCH_RANGE", std::string(nrn.secname(sec)) + " has " + std::to_string(sec->npt3d) + " 3-D points; there is no point " +
                                         std::to_string(i) + ".");
  return sec;
}

static napi_value Count(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, handles::section(args.i(0))->npt3d); });
}

// point3d(section, i, field): x, y, z, diameter (0 … 3), arc length (4), spine flag (5)
static napi_value Point(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    const Pt3d& p = withPoint(args, 1)->pt3d[args.i(1)];
    switch (args.i(2)) {
      case 0: return number(env, p.x);
      case 1: return number(env, p.y);
      case 2: return number(env, p.z);
      case 3: return number(env, std::fabs(p.d));  // NEURON marks a spine by a negative diameter
      case 4: return number(env, p.arc);
      default: return boolean(env, p.d < 0);
    }
  });
}

// points3d(section): x, y, z, diameter of all of them, in one Float64Array
static napi_value All(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    void* data = nullptr;
    napi_value buffer = nullptr, array = nullptr;
    size_t count = size_t(sec->npt3d) * 4;
    napi_create_arraybuffer(env, count * sizeof(double), &data, &buffer);
    auto* out = static_cast<double*>(data);
    for (int i = 0; i < sec->npt3d; ++i) {
      const Pt3d& p = sec->pt3d[i];
      *out++ = p.x;
      *out++ = p.y;
      *out++ = p.z;
      *out++ = std::fabs(p.d);
    }
    napi_create_typedarray(env, napi_float64_array, count, buffer, 0, &array);
    return array;
  });
}

static napi_value Add(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.stor_pt3d(handles::section(args.i(0)), args.d(1), args.d(2), args.d(3), args.d(4));
    return nullptr;
  });
}
static napi_value Insert(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = args.i(1) == handles::section(args.i(0))->npt3d ? handles::section(args.i(0)) : withPoint(args, 1);
    nrn.nrn_pt3dinsert(sec, args.i(1), args.d(2), args.d(3), args.d(4), args.d(5));
    return nullptr;
  });
}
static napi_value Change(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = withPoint(args, 1);
    if (args.count > 3)
      nrn.nrn_pt3dchange2(sec, args.i(1), args.d(2), args.d(3), args.d(4), args.d(5));
    else
      nrn.nrn_pt3dchange1(sec, args.i(1), args.d(2));
    return nullptr;
  });
}
static napi_value Remove(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.nrn_pt3dremove(withPoint(args, 1), args.i(1));
    return nullptr;
  });
}
static napi_value Clear(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.nrn_pt3dclear(handles::section(args.i(0)), args.i(1));
    return nullptr;
  });
}
// style3d(section), style3d(section, x, y, z): the logical connection point; true when one is set
static napi_value Style(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    if (args.count > 2)
      nrn.nrn_pt3dstyle1(sec, args.d(1), args.d(2), args.d(3));
    else if (args.count > 1)
      nrn.nrn_pt3dstyle0(sec);
    if (!sec->logical_connection) return null(env);
    napi_value list = nullptr;
    napi_create_array(env, &list);
    napi_set_element(env, list, 0, number(env, sec->logical_connection->x));
    napi_set_element(env, list, 1, number(env, sec->logical_connection->y));
    napi_set_element(env, list, 2, number(env, sec->logical_connection->z));
    return list;
  });
}

// On the straight line between two points. Written so that each rounding is the one of NEURON's Python module.
static double between(double x0, double x1, double y0, double y1, double x) { return x1 == x0 ? y0 : y0 + (y1 - y0) * (x - x0) / (x1 - x0); }

// The last 3-D point before an arc length; the last but one at the end.
static int pointBefore(const Section* sec, double arc) {
  int left = 0, right = sec->npt3d;
  while (right - left > 1) {
    int middle = (left + right) / 2;
    (sec->pt3d[middle].arc < arc ? left : right) = middle;
  }
  return left;
}

static double frustum(double length, double d0, double d1) { return length * (d0 * d0 + d0 * d1 + d1 * d1); }

// volume(section, x, diameter): of the segment, µm³; from the 3-D points if there are any, else a cylinder
static napi_value Volume(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    if (sec->recalc_area_) nrn.nrn_area_ri(sec);
    double x = args.d(1);
    if (x <= 0 || x >= 1) return number(env, 0);
    int nseg = sec->nnode - 1;
    double length = nrn.section_length(sec) / nseg;
    if (sec->npt3d < 2) return number(env, M_PI * args.d(2) * args.d(2) / 4 * length);
    int segment = static_cast<int>(x * nseg);
    double arc = segment * length, to = (segment + 1) * length, sum = 0;
    int i = pointBefore(sec, arc);
    double diameter = std::fabs(sec->pt3d[i].d);
    if (i + 1 < sec->npt3d) diameter = between(sec->pt3d[i].arc, sec->pt3d[i + 1].arc, diameter, std::fabs(sec->pt3d[i + 1].d), arc);
    for (++i; i < sec->npt3d && sec->pt3d[i].arc < to; ++i) {
      double next = std::fabs(sec->pt3d[i].d);
      sum += frustum(sec->pt3d[i].arc - arc, diameter, next);
      arc = sec->pt3d[i].arc;
      diameter = next;
    }
    if (i < sec->npt3d) sum += frustum(to - arc, diameter, between(arc, sec->pt3d[i].arc, diameter, std::fabs(sec->pt3d[i].d), to));
    sum *= M_PI / 12;
    return number(env, sum);
  });
}

}  // namespace geometry

void registerGeometry(napi_env env, napi_value exports) {
  exportFunction(env, exports, "points3dCount", geometry::Count);
  exportFunction(env, exports, "point3d", geometry::Point);
  exportFunction(env, exports, "points3d", geometry::All);
  exportFunction(env, exports, "pt3dadd", geometry::Add);
  exportFunction(env, exports, "pt3dinsert", geometry::Insert);
  exportFunction(env, exports, "pt3dchange", geometry::Change);
  exportFunction(env, exports, "pt3dremove", geometry::Remove);
  exportFunction(env, exports, "pt3dclear", geometry::Clear);
  exportFunction(env, exports, "style3d", geometry::Style);
  exportFunction(env, exports, "volume", geometry::Volume);
}

// Curves of a Graph, recorded at each step: a variable, or an expression in HOC text.
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "graphics.h"
#include "pointer.h"

namespace graphics {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// Never destroyed: when the process ends, NEURON has gone before them.
auto& bare = *new std::unordered_multimap<const void*, Place*>;  // those that are no more than an address
auto& discarded = *new std::vector<Place*>;                      // by finalizers; freed when the next one is made

// The object in which an expression is evaluated; HOC may free it before the curve ends.
struct Context : Observer {
  Object* object;
  explicit Context(Object* object) : object(object) { nrn.ObjObservable_Attach(object, this); }
  ~Context() override {
    if (object) nrn.ObjObservable_Detach(object, this);
  }
  void disconnect(void*) override { object = nullptr; }
};

// What is evaluated: the number at a place, or an expression, in an object or at top level.
struct Source {
  std::unique_ptr<Place> place;
  std::string code;
  Symlist* symbols = nullptr;
  Symbol* expression = nullptr;
  std::unique_ptr<Context> context;
  bool isValid = true;

  Source() = default;
  Source(const Source&) = delete;
  ~Source() {
    if (symbols) nrn.hoc_free_list(&symbols);
  }

  template <class F>
  auto evaluated(F&& function) {
    if (context) {
      Inside inside(context->object);
      return function();
    }
    TopLevel top;
    return function();
  }
  bool isGone() const { return place ? !place->at() : context && !context->object; }
  double value() {
    if (place) {
      double* number = place->at();
      return number ? *number : none;
    }
    if (!isValid || isGone()) return none;
    return evaluated([&] { return nrn.hoc_run_expr(expression); });
  }
  // Whether the expression has a value at present, as NEURON asks at each `begin`.
  void check() {
    if (place || isGone()) return;
    int messages = *nrn.hoc_execerror_messages;
    *nrn.hoc_execerror_messages = 0;
    isValid = evaluated([&] { return nrn.OcJump_execute(expression->u.u_proc->defn.in); });
    *nrn.hoc_execerror_messages = messages;
  }
};

struct Curve {
  Source source;
  size_t start;  // the index in x of its first point: it may have been added in mid-run
  std::vector<double> y;
};

std::shared_ptr<Curves> curvesOf(int32_t id);

}  // namespace

struct Curves {
  std::vector<std::shared_ptr<Curve>> all;
  std::shared_ptr<Source> x;  // null: what `plot` is given
  std::vector<double> xs;
};

namespace {
std::shared_ptr<Curves> curvesOf(int32_t id) {
  Entry* it = entry(id);
  if (!it || !it->curves) throw Failure("ERR_PATCH_DISPOSED", "This Graph no longer exists.");
  return it->curves;
}

void fill(Source& source, const std::string& code, bool isVariable, Object* context) {
  if (context && context->ctemplate->constructor)
    throw Failure("ERR_PATCH_TYPE", std::string(nrn.hoc_object_name(context)) + " is no object of a HOC template, so no expression can be evaluated in it.");
  if (context) source.context = std::make_unique<Context>(context);
  source.evaluated([&] {
    if (isVariable) {
      DataHandle handle = nrn.hoc_val_handle(code);
      if (!handle.get()) throw Failure("ERR_PATCH_NAME", "\"" + code + "\" is no variable.");
      source.place = std::make_unique<Place>(std::move(handle));
      return 0;
    }
    source.code = code;
    source.expression = nrn.hoc_parse_expr(code.c_str(), &source.symbols);
    if (!source.expression) throw Failure("ERR_PATCH_HOC", "\"" + code + "\" is no expression.");
    return 0;
  });
}

napi_value numbers(napi_env env, const double* values, size_t count) {
  void* memory = nullptr;
  napi_value buffer = nullptr, array = nullptr;
  napi_create_arraybuffer(env, count * sizeof(double), &memory, &buffer);
  if (count) std::memcpy(memory, values, count * sizeof(double));
  napi_create_typedarray(env, napi_float64_array, count, buffer, 0, &array);
  return array;
}

void settle() {
  for (Place* place : discarded) delete place;
  discarded.clear();
}

// addCurve(id, text, isVariable, context, place): its index
napi_value AddCurve(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    auto curve = std::make_shared<Curve>();
    curve->start = curves->xs.size();
    if (Place* place = placeIn(env, args.values[4]))
      curve->source.place = std::make_unique<Place>(place->handle());
    else
      fill(curve->source, args.s(1), args.b(2), handles::objectOrNone(args.i(3)));
    curves->all.push_back(std::move(curve));
    return integer(env, static_cast<int32_t>(curves->all.size() - 1));
  });
}

// setX(id, text, isVariable, context)
napi_value SetX(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    auto source = std::make_shared<Source>();
    fill(*source, args.s(1), args.b(2), handles::objectOrNone(args.i(3)));
    curves->x = std::move(source);
    return nullptr;
  });
}

Curve& curveIn(Curves& curves, size_t index) {
  if (index >= curves.all.size()) throw Failure("ERR_PATCH_DISPOSED", "This curve no longer exists.");
  return *curves.all[index];
}

// curve(id, index): [x, y, isValid], copies
napi_value GetCurve(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    Curve& curve = curveIn(*curves, static_cast<size_t>(args.i(1)));
    napi_value list = nullptr;
    napi_create_array(env, &list);
    napi_set_element(env, list, 0, numbers(env, curves->xs.data() + curve.start, curve.y.size()));
    napi_set_element(env, list, 1, numbers(env, curve.y.data(), curve.y.size()));
    napi_set_element(env, list, 2, boolean(env, curve.source.isValid && !curve.source.isGone()));
    return list;
  });
}

napi_value CurveLength(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    auto index = static_cast<size_t>(args.i(1));
    return integer(env, index < curves->all.size() ? static_cast<int32_t>(curves->all[index]->y.size()) : 0);
  });
}

// beginCurves(id): empties them; clearCurves(id): takes them away
napi_value BeginCurves(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    begin(*curvesOf(args.i(0)));
    return nullptr;
  });
}
napi_value ClearCurves(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    curves->all.clear();
    curves->xs.clear();
    return nullptr;
  });
}

// The section that a number of the model belongs to: a voltage is its node's, another range variable a mechanism's.
Section* sectionOf(const DataHandle& handle) {
  if (!handle.row) return nullptr;
  for (hoc_Item* item = (*nrn.section_list)->next; item != *nrn.section_list; item = item->next) {
    Section* sec = item->element.sec;
    for (int i = 0; sec->prop && i < sec->nnode; ++i) {
      Node* node = sec->pnode[i];
      if (node->row == handle.row) return sec;
      for (Prop* prop = node->prop; prop; prop = prop->next)
        if (prop->_type != M_CABLESECTION && prop->row == handle.row.get()) return sec;
    }
  }
  return nullptr;
}

// recordCurve(id, index, cvode, record, y, t): CVode's local step records the curve, each cell with its own times; false
// for an expression that is more than one variable
napi_value RecordCurve(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto curves = curvesOf(args.i(0));
    Source& source = curveIn(*curves, static_cast<size_t>(args.i(1))).source;
    DataHandle handle;
    if (source.place)
      handle = source.place->handle();
    else if (!source.isGone())
      handle = source.evaluated([&] { return nrn.hoc_val_handle(source.code); });
    if (!handle.get()) return boolean(env, false);
    Object* cvode = handles::object(args.i(2));
    TopLevel top;
    transfer::Frame frame;
    Section* sec = sectionOf(handle);
    CurrentSection current(sec ? sec : nrn.nrn_noerr_access());
    frame.pushObject(cvode);
    nrn.hoc_push(Datum(handle));
    frame.pushObject(handles::object(args.i(4)));
    frame.pushObject(handles::object(args.i(5)));
    members::component(cvode, symbols::at(args.i(3)), 0, 3, true);
    nrn.hoc_xpop();
    return boolean(env, true);
  });
}

// placeGet(place, i): undefined when it is gone; placeSet(place, i, value): whether it was there
napi_value PlaceGet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  Place* place = placeIn(env, args.values[0]);
  double* number = place ? place->at(args.i(1)) : nullptr;
  return number ? ::number(env, *number) : undefined(env);
}
napi_value PlaceSet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  Place* place = placeIn(env, args.values[0]);
  double* number = place ? place->at(args.i(1)) : nullptr;
  if (number) *number = args.d(2);
  return boolean(env, number != nullptr);
}

// placeOf(text, context): the variable of this name
napi_value PlaceOf(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Source source;
    fill(source, args.s(0), true, handles::objectOrNone(args.i(1)));
    DataHandle handle = source.place->handle();
    return newPlace(env, std::move(handle));
  });
}

// valueIn(text, context): what the expression is at present
napi_value ValueIn(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Source source;
    fill(source, args.s(0), false, handles::objectOrNone(args.i(1)));
    return ::number(env, source.value());
  });
}

const napi_type_tag placeTag = {0x6e726e7061746368, 0x706c616365000001};

}  // namespace

Place::Place(DataHandle handle) : handle_(std::move(handle)) {
  settle();
  if (!handle_.row && handle_.container) {
    nrn.nrn_notify_when_double_freed(static_cast<double*>(handle_.container), this);
    bare.emplace(handle_.container, this);
    watched_ = true;
  }
}

Place::~Place() { leave(); }

void Place::leave() {
  if (watched_) nrn.nrn_notify_pointer_disconnect(this);
  forget();
}

double* Place::at(int i) const {
  double* number = handle_.get();
  if (!number || i == 0) return number;
  if (handle_.row && handle_.array_index + i >= handle_.array_dim) return nullptr;
  return number + i;
}

void Place::forget() {
  if (watched_) {
    auto first = bare.equal_range(handle_.container).first;
    while (first->second != this) ++first;
    bare.erase(first);
  }
  watched_ = false;
  handle_ = {};
}

void boxGone(const double* number) {
  for (auto found = bare.find(number); found != bare.end(); found = bare.find(number)) found->second->leave();
}

Place* placeIn(napi_env env, napi_value value) {
  bool fits = false;
  void* place = nullptr;
  if (value && typeOf(env, value) == napi_external && napi_check_object_type_tag(env, value, &placeTag, &fits) == napi_ok && fits)
    napi_get_value_external(env, value, &place);
  return static_cast<Place*>(place);
}

napi_value newPlace(napi_env env, DataHandle handle) {
  napi_value value = nullptr;
  napi_create_external(
      env, new Place(std::move(handle)), [](napi_env, void* place, void*) { discarded.push_back(static_cast<Place*>(place)); }, nullptr, &value);
  napi_type_tag_object(env, value, &placeTag);
  return value;
}

Inside::Inside(Object* context) {
  *nrn.hoc_thisobject = context;
  *nrn.hoc_objectdata = context->u.dataspace;
  *nrn.hoc_symlist = context->ctemplate->symtable;
}
Inside::~Inside() {
  *nrn.hoc_thisobject = object;
  *nrn.hoc_objectdata = nrn.hoc_objectdata_restore(data);
  *nrn.hoc_symlist = list;
}

std::shared_ptr<Curves> newCurves() { return std::make_shared<Curves>(); }

void begin(Curves& curves) {
  curves.xs.clear();
  for (auto& curve : curves.all) {
    curve->y.clear();
    curve->start = 0;
  }
  for (size_t i = 0; i < curves.all.size(); ++i) {
    auto curve = curves.all[i];
    curve->source.check();
  }
}

void plot(Curves& curves, double x) {
  if (curves.x) {
    auto source = curves.x;
    x = source->value();
  }
  // All values first: when one of them cannot be had, the curves are still of one length.
  size_t count = curves.all.size();
  double few[16];
  std::vector<double> many(count > 16 ? count : 0);
  double* values = count > 16 ? many.data() : few;
  for (size_t i = 0; i < count && i < curves.all.size(); ++i) {
    auto curve = curves.all[i];
    values[i] = curve->source.value();
  }
  if (curves.all.size() != count) return;
  curves.xs.push_back(x);
  for (size_t i = 0; i < count; ++i) curves.all[i]->y.push_back(values[i]);
}



}  // namespace graphics

void registerGraphics(napi_env env, napi_value exports) {
  graphics::exportHooks(env, exports);
  exportFunction(env, exports, "addCurve", graphics::AddCurve);
  exportFunction(env, exports, "setCurvesX", graphics::SetX);
  exportFunction(env, exports, "curve", graphics::GetCurve);
  exportFunction(env, exports, "recordCurve", graphics::RecordCurve);
  exportFunction(env, exports, "curveLength", graphics::CurveLength);
  exportFunction(env, exports, "beginCurves", graphics::BeginCurves);
  exportFunction(env, exports, "clearCurves", graphics::ClearCurves);
  exportFunction(env, exports, "placeGet", graphics::PlaceGet);
  exportFunction(env, exports, "placeSet", graphics::PlaceSet);
  exportFunction(env, exports, "valueIn", graphics::ValueIn);
  exportFunction(env, exports, "placeOf", graphics::PlaceOf);
}

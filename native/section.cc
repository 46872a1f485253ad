// Sections: made, deleted, connected, walked.
#include <algorithm>
#include <cstring>

#include "pointer.h"

namespace sections {

// newSection(name, cell): a section without a symbol of its own; HOC reaches it as _pysec.name.
static napi_value New(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Making a section");
    auto* host = new HostSection{0, args.s(0), nullptr};
    napi_valuetype cell = typeOf(env, args.values[1]);
    if (cell == napi_number) {
      host->cell = handles::object(args.i(1));
      nrn.hoc_obj_ref(host->cell);
    } else if (cell == napi_object || cell == napi_function) {
      host->cell = transfer::wrapHost(env, args.values[1]);
    }
    Section* sec = nrn.nrnpy_newsection(reinterpret_cast<NPySecObj*>(host));
    host->handle = handles::of(sec);
    handles::adopt(host->handle, host);
    nrn.nrnpy_pysecname2sec_add(sec);
    return integer(env, host->handle);
  });
}

static HostSection* hostOf(Section* sec) { return static_cast<HostSection*>(sec->prop->dparam[PROP_HOST_INDEX].literal()); }

// NEURON's table of the names behind _pysec leaves these out, and aborts when one of them is to be taken from it.
static bool isListed(const std::string& name) {
  return !name.empty() && name.find('<') == std::string::npos && name.rfind("__nrnsec_0x", 0) != 0;
}

static void deleteOurs(Section* sec) {
  engine::beforeSectionGoes();
  if (isListed(hostOf(sec)->name)) nrn.nrnpy_pysecname2sec_remove(sec);
  sec->prop->dparam[PROP_HOST_INDEX].container = nullptr;
  nrn.sec_free(static_cast<hoc_Item*>(sec->prop->dparam[8].literal()));
}

// Everything that was made from JavaScript leaves the model: another copy of the package takes the engine over.
void leaveNothing() {
  for (Handle handle : handles::all(SlotKind::Object)) handles::release(handle, false);
  for (Handle handle : handles::all(SlotKind::Box)) handles::release(handle, false);
  for (Handle handle : handles::all(SlotKind::Section)) {
    if (handles::alive(handle) && hostOf(handles::section(handle))) deleteOurs(handles::section(handle));
    handles::release(handle, false);
  }
}

// HOC's delete_section(): NEURON's own would leave our sections' names in that table, with nothing behind them.
void deleteCurrent() {
  guard::refuseWhileRunning("Deleting a section");
  Section* sec = nrn.ifarg(1) ? nullptr : nrn.nrn_noerr_access();
  if (!sec || !sec->prop || !hostOf(sec)) {
    nrn.delete_section();
    return;
  }
  Handle handle = handles::of(sec);
  deleteOurs(sec);
  handles::release(handle, false);
  nrn.hoc_retpushx(0);
}

// deleteSection(section): takes it out of the model, whoever made it.
static napi_value Delete(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Deleting a section");
    Section* sec = handles::section(args.i(0));
    if (hostOf(sec)) {
      deleteOurs(sec);
    } else if (!sec->prop->dparam[0].literal()) {
      // SectionRef.rename has taken its name, and delete_section refuses what has none.
      nrn.sec_free(static_cast<hoc_Item*>(sec->prop->dparam[8].literal()));
    } else {
      CurrentSection current(sec);
      Symbol* symbol = nrn.hoc_table_lookup("delete_section", *nrn.hoc_built_in_symlist);
      Inst code[4];
      std::memset(code, 0, sizeof code);
      code[1].sym = symbol;
      Instructions at(code + 1);
      TopLevel top;
      nrn.hoc_call();
      nrn.hoc_xpop();
    }
    handles::release(args.i(0));
    return nullptr;
  });
}

static napi_value Alive(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return boolean(env, handles::alive(args.i(0)));
}

static napi_value Name(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return text(env, nrn.secname(handles::section(args.i(0)))); });
}

static napi_value Cell(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    if (HostSection* host = hostOf(sec)) return transfer::give(env, host->cell, false);
    return transfer::give(env, static_cast<Object*>(sec->prop->dparam[6].literal()), false);
  });
}

static napi_value IsHost(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return boolean(env, hostOf(handles::section(args.i(0))) != nullptr); });
}

// sectionGet(section, property), sectionSet(section, property, value)
enum Property { L, Ra, Nseg, RallBranch };

static napi_value Get(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    switch (args.i(1)) {
      case L: return number(env, nrn.section_length(sec));
      case Ra: return number(env, nrn.nrn_ra(sec));
      case Nseg: return integer(env, sec->nnode - 1);
      default: return number(env, nrn.nrn_section_rallbranch_get(sec));
    }
  });
}

static napi_value Set(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    double value = args.d(2);
    switch (args.i(1)) {
      case L:
        if (!nrn.can_change_morph(sec)) throw Failure("ERR_PATCH_HOC", std::string(nrn.secname(sec)) + ".L cannot be set: pt3dconst(1) keeps all shapes as they are.");
        nrn.nrn_section_length_set(sec, value);
        return nullptr;
      case Ra:
        nrn.nrn_section_Ra_set(sec, value);
        return nullptr;
      case Nseg:
        guard::refuseWhileRunning("Setting nseg");
        nrn.nrn_change_nseg(sec, static_cast<int>(value));
        return nullptr;
      default:
        nrn.nrn_section_rallbranch_set(sec, value);
        return nullptr;
    }
  });
}

// connect(child, parent, parentX, childEnd)
static napi_value Connect(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Connecting sections");
    Section* child = handles::section(args.i(0));
    Section* parent = handles::section(args.i(1));
    if (engine::closesLoop(child, parent))
      throw Failure("ERR_PATCH_HOC_CONNECT", std::string("Connecting ") + nrn.secname(child) + " there would close a loop.");
    nrn.hoc_pushx(args.d(3));
    nrn.hoc_pushx(args.d(2));
    nrn.nrn_pushsec(child);
    nrn.nrn_pushsec(parent);
    nrn.simpleconnectsection();
    return nullptr;
  });
}

static napi_value Disconnect(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Disconnecting a section");
    nrn.nrn_disconnect(handles::section(args.i(0)));
    return nullptr;
  });
}

static napi_value listOf(napi_env env, const std::vector<Section*>& sections) {
  napi_value list = nullptr;
  napi_create_array_with_length(env, sections.size(), &list);
  for (uint32_t i = 0; i < sections.size(); ++i) napi_set_element(env, list, i, integer(env, handles::of(sections[i])));
  return list;
}

// Depth first, children in NEURON's order; a loop, for a model may be one long chain of sections.
static void collect(std::vector<Section*>& into, Section* root) {
  std::vector<Section*> todo{root};
  while (!todo.empty()) {
    Section* sec = todo.back();
    todo.pop_back();
    into.push_back(sec);
    size_t start = todo.size();
    for (Section* s = sec->child; s; s = s->sibling) todo.push_back(s);
    std::reverse(todo.begin() + start, todo.end());
  }
}

// tree(section, which): 0 children, 1 subtree, 2 whole tree
static napi_value Tree(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    std::vector<Section*> found;
    if (args.i(1) == 0) {
      for (Section* s = sec->child; s; s = s->sibling) found.push_back(s);
    } else {
      if (args.i(1) == 2)
        while (sec->parentsec) sec = sec->parentsec;
      collect(found, sec);
    }
    return listOf(env, found);
  });
}

// parent(section, true parent?): a segment, or null
static napi_value Parent(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Section* parent = sec->parentsec;
    if (args.b(1))
      for (; parent && nrn.nrn_at_beginning(sec); parent = parent->parentsec) sec = parent;
    if (!parent || !parent->prop) return transfer::give(env, Result::Null, null(env));
    return transfer::giveSegment(env, parent, nrn.nrn_connection_position(sec));
  });
}

static napi_value Orientation(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return number(env, nrn.nrn_section_orientation(handles::section(args.i(0)))); });
}

static napi_value listOfItems(napi_env env, hoc_Item* list) {
  std::vector<Section*> found;
  for (hoc_Item* item = list->next; item != list; item = item->next)
    if (item->element.sec && item->element.sec->prop) found.push_back(item->element.sec);
  return listOf(env, found);
}

static napi_value All(napi_env env, napi_callback_info) {
  return guarded(env, [&] { return listOfItems(env, *nrn.section_list); });
}

// The sections of a SectionList, copied: the list may change while JavaScript walks it.
static napi_value InList(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    if (std::strcmp(object->ctemplate->sym->name, "SectionList") != 0) throw Failure("ERR_PATCH_TYPE", "Not a SectionList.");
    return listOfItems(env, nrn.nrn_sectionlist_data(object));
  });
}

static napi_value Current(napi_env env, napi_callback_info) {
  return guarded(env, [&] { return transfer::give(env, nrn.nrn_noerr_access()); });
}

static napi_value Push(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.nrn_pushsec(handles::section(args.i(0)));
    return integer(env, nrn.nrn_isecstack());
  });
}

// popSection(): false when nothing that we pushed is there
static napi_value Pop(napi_env env, napi_callback_info) {
  return guarded(env, [&]() -> napi_value {
    if (nrn.nrn_isecstack() == 0) return boolean(env, false);
    nrn.nrn_popsec();
    return boolean(env, true);
  });
}

}  // namespace sections

void registerSection(napi_env env, napi_value exports) {
  exportFunction(env, exports, "newSection", sections::New);
  exportFunction(env, exports, "deleteSection", sections::Delete);
  exportFunction(env, exports, "alive", sections::Alive);
  exportFunction(env, exports, "sectionName", sections::Name);
  exportFunction(env, exports, "sectionCell", sections::Cell);
  exportFunction(env, exports, "sectionIsOurs", sections::IsHost);
  exportFunction(env, exports, "sectionGet", sections::Get);
  exportFunction(env, exports, "sectionSet", sections::Set);
  exportFunction(env, exports, "connect", sections::Connect);
  exportFunction(env, exports, "disconnect", sections::Disconnect);
  exportFunction(env, exports, "tree", sections::Tree);
  exportFunction(env, exports, "parent", sections::Parent);
  exportFunction(env, exports, "orientation", sections::Orientation);
  exportFunction(env, exports, "allSections", sections::All);
  exportFunction(env, exports, "sectionsInList", sections::InList);
  exportFunction(env, exports, "currentSection", sections::Current);
  exportFunction(env, exports, "pushSection", sections::Push);
  exportFunction(env, exports, "popSection", sections::Pop);
}

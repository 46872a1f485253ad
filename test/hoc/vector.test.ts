// Vector: made, indexed, looped over, counted with, recorded and played; and the other containers of numbers.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { HocError } from "nrn-patch";
import { clean, close, file, h } from "./support.js";

h.load_file("stdrun.hoc");
afterEach(clean);

describe("Vector", () => {
  test("it is made empty, of a size, filled, or from any iterable of numbers", () => {
    const five = Float64Array.from([1, 2, 3, 4, 5]);
    function* counted() {
      yield* [1, 2];
    }
    for (const [vector, expected] of [
      [h.Vector(), []],
      [new h.Vector(2), [0, 0]],
      [h.Vector(3, 7), [7, 7, 7]],
      [h.Vector([1, 2, 3]), [1, 2, 3]],
      [h.Vector(five), [...five]],
      [h.Vector(new Set([4, 5])), [4, 5]],
      [h.Vector(counted()), [1, 2]],
      [h.Vector(h.Vector([8, 9])), [8, 9]],
      [h.Vector().from_python([1, 2]), [1, 2]],
    ])
      assert.deepEqual([...vector], expected);
  });

  test("what is no number in it, or no size, throws", () => {
    for (const bad of [["1"], [1, null], [[1]]])
      assert.throws(() => h.Vector(bad), { name: "TypeError", message: /element/ });
    for (const bad of [-1, 1.5, Number.NaN, 2 ** 40]) assert.throws(() => h.Vector(bad), { name: "RangeError" });
    assert.throws(() => h.Vector("3"), Error);
    assert.throws(() => h.Vector({}), Error);
  });

  test("an index reads and writes one element, from the end too", () => {
    const v = h.Vector([1, 2, 3]);
    [v[0], v[-1]] = [10, 30];
    v.x[1] = 20;
    assert.deepEqual([[...v], v[-3], v.x[2], v.get(1)], [[10, 20, 30], 10, 30, 20]);
    for (const i of [3, -4]) {
      assert.throws(() => v[i], { name: "RangeError", message: /3 elements/ });
      assert.throws(() => (v[i] = 1), { name: "RangeError" });
    }
    assert.throws(() => (v[0] = "1"), { name: "TypeError" });
    assert.equal(v[0.5], undefined);
  });

  test("its numbers come out as a Float64Array, a copy", () => {
    const v = h.Vector([1, 2, 3]);
    const copy = v.toArray();
    assert.ok(copy instanceof Float64Array);
    copy[0] = 9;
    assert.deepEqual([v[0], v.length, v.size()], [1, 3, 3]);
    for (const other of [v.to_python(), v.as_numpy()]) assert.deepEqual([...other], [1, 2, 3]);
  });

  test("to_python fills what it is given", () => {
    const target = [0, 0, 0];
    assert.equal(h.Vector([1, 2, 3]).to_python(target), target);
    assert.deepEqual(target, [1, 2, 3]);
  });

  test("slices and arithmetic have methods; operators throw and name them", () => {
    const v = h.Vector([1, 2, 3, 4]);
    assert.deepEqual(
      [[...v.c(1, 2)], [...v.c().add(1)], [...v.c().mul(v)]],
      [
        [2, 3],
        [2, 3, 4, 5],
        [1, 4, 9, 16],
      ],
    );
    for (const use of [() => v + 1, () => -v, () => v * 2, () => v > 3])
      assert.throws(use, { name: "TypeError", message: /add|toArray/ });
    assert.equal(`${v}`, String(v));
  });

  test("methods that change it return itself", () => {
    const v = h.Vector([3, 1, 2]);
    for (const method of ["sort", "reverse", "abs", "clear"]) assert.equal(v[method](), v);
    assert.equal(v.append(1, h.Vector([2, 3])), v);
    assert.deepEqual([...v], [1, 2, 3]);
  });

  test("what asks a question answers true or false", () => {
    const v = h.Vector([1, 2]);
    // Python: v.contains(1), v.contains(5), v.eq(...)
    assert.deepEqual([v.contains(1), v.contains(5), v.eq(h.Vector([1, 2]))], [true, false, 1]);
  });

  test("one of a million elements, and one of none, work", () => {
    const v = h.Vector(1_000_000).indgen();
    assert.deepEqual([v.sum(), v[-1], v.toArray().length], [499_999_500_000, 999_999, 1_000_000]);
    const none = h.Vector(0);
    assert.deepEqual([none.length, [...none], none.toArray().length], [0, [], 0]);
    assert.throws(() => none[0], { name: "RangeError" });
    assert.throws(() => none.mean(), HocError);
  });

  test("statistics are Python's", () => {
    const v = h.Vector([3, 3, 2, 1, 5]);
    // NEURON's test_vector_api.py
    close([v.stdev(), v.stderr(), v.median(), v.mean()], [1.4832396974191326, 0.6633249580710799, 3, 2.8], 1e-15);
    assert.deepEqual([v.min_ind(), v.max_ind(), v.indwhere("==", 2), [...v.ind(h.Vector([4, 0]))]], [3, 4, 2, [5, 3]]);
  });

  test("a loop sees what it was when the loop began", () => {
    const v = h.Vector([1, 2, 3]);
    const seen: number[] = [];
    for (const x of v) {
      seen.push(x);
      v.resize(0);
    }
    assert.deepEqual(seen, [1, 2, 3]);
  });

  test("a function is applied to each element", () => {
    assert.deepEqual([...h.Vector([1, 2, 3]).apply((x: number) => x * x)], [1, 4, 9]);
    h("func cube() { return $1 ^ 3 }");
    assert.deepEqual([...h.Vector([1, 2]).apply("cube")], [1, 8]);
    assert.throws(
      () =>
        h.Vector([1]).apply(() => {
          throw new RangeError("mine");
        }),
      { name: "RangeError", message: "mine" },
    );
  });

  test("a line is fitted to points, as far as Python does", () => {
    const x = h.Vector([0, 1, 2, 3]);
    const [data, fitted, slope, offset] = [x.c().mul(2).add(1), h.Vector(4), h.ref(1), h.ref(0)];
    const error = data.fit(fitted, "line", x, slope, offset);
    // Python: the same call
    close([error, slope[0], offset[0]], [0.5399999999999983, 2.200000000000001, 0]);
  });

  test("it is written to a file and read again, as text and as bytes", () => {
    const v = h.Vector([1.5, -2, 1e300]);
    const f = h.File();
    for (const write of ["vwrite", "printf"]) {
      f.wopen(file("vector"));
      write === "vwrite" ? v.vwrite(f) : v.printf(f, "%.17g\n");
      f.close();
      f.ropen(file("vector"));
      const back = h.Vector();
      write === "vwrite" ? back.vread(f) : back.scanf(f);
      f.close();
      assert.deepEqual([...back], [...v]);
    }
  });

  test("it becomes JSON as a list", () => {
    assert.equal(JSON.stringify({ v: h.Vector([1, 2]) }), '{"v":[1,2]}');
  });
});

describe("recording and playing", () => {
  function membrane() {
    const soma = h.Section("soma").insert("pas");
    [soma.L, soma.diam, soma.e_pas, soma.g_pas] = [10, 10, -70, 1e-4];
    return soma;
  }

  test("a variable is recorded at each step, at an interval, or at given times", () => {
    const soma = membrane();
    const pointer = soma(0.5)._ref_v;
    const each = h.Vector().record(pointer);
    const every = h.Vector().record(pointer, 1);
    const given = h.Vector().record(pointer, h.Vector([0, 0.5, 2]));
    const t = h.Vector().record(h._ref_t);
    h.finitialize(-60);
    h.continuerun(3);
    assert.deepEqual([each.length, every.length, given.length, Math.round(t[-1])], [121, 4, 3, 3]);
    assert.deepEqual([every[0], given[0], each[0]], [-60, -60, -60]);
    assert.ok(Math.abs(every[2] - each[80]) < 1e-12);
  });

  test("the time is recorded once there is a section; without one it is an error, as in Python", () => {
    assert.throws(() => h.Vector().record(h._ref_t), HocError);
    membrane();
    const t = h.Vector().record(h._ref_t);
    h.finitialize(-65);
    h.continuerun(1);
    assert.equal(t.length, 41);
  });

  test("a Vector plays into a variable, in steps or in lines", () => {
    const soma = membrane();
    const clamp = h.SEClamp(soma(0.5));
    [clamp.dur1, clamp.rs] = [1e9, 1e-6];
    h.Vector([-70, -50]).play(clamp._ref_amp1, h.Vector([0, 10]), true);
    globalThis.gc?.();
    h.finitialize(-70);
    h.continuerun(5);
    close(soma(0.5).v, -60, 1e-2);
  });

  test("a process as first argument says whose it is", () => {
    const soma = membrane();
    const clamp = h.IClamp(soma(0.5));
    [clamp.dur, clamp.amp] = [10, 0.1];
    const i = h.Vector().record(clamp, clamp._ref_i);
    h.finitialize();
    h.continuerun(1);
    assert.deepEqual([i.length, i[-1]], [41, 0.1]);
  });

  test("what is no pointer cannot be recorded or played into", () => {
    const soma = membrane();
    for (const bad of [soma(0.5).v, "v", null, {}]) assert.throws(() => h.Vector().record(bad), Error);
    for (const bad of [soma(0.5).v, {}]) assert.throws(() => h.Vector([1]).play(bad, h.Vector([0])), Error);
  });

  test("a recording that is taken off records no more", () => {
    const soma = membrane();
    const v = h.Vector().record(soma(0.5)._ref_v);
    h.finitialize(-65);
    v.play_remove();
    h.continuerun(1);
    assert.ok(v.length <= 1);
  });

  test("one recording at a time, whoever began the first: the lengths are Python's", () => {
    const soma = membrane();
    const lengthOf = (vector: any) => {
      h.finitialize(-65);
      h.continuerun(1);
      return vector.length;
    };
    const byName = h.Vector();
    h.push_section(soma);
    h(`${byName}.record(&v(0.5))`);
    h.pop_section();
    assert.equal(lengthOf(byName), 41);
    assert.equal(lengthOf(byName.record(soma(0.5)._ref_v)), 41);
    const [values, times, cvode] = [h.Vector(), h.Vector(), h.CVode()];
    cvode.record(soma(0.5)._ref_v, values, times, { sec: soma });
    assert.deepEqual([lengthOf(values), times.length], [41, 41]);
    assert.equal(lengthOf(values.record(soma(0.5)._ref_v)), 41);
    values.play_remove();
    values.resize(0);
    assert.equal(lengthOf(values), 0);
  });

  test("where it recorded before may go: it records on where it does now", () => {
    const [before, now] = [membrane(), membrane()];
    const cvode = h.CVode();
    const [again, values, times] = [h.Vector(), h.Vector(), h.Vector()];
    for (const vector of [again, values, times]) vector.record(before(0.5)._ref_v, 0.5);
    again.record(now(0.5)._ref_v);
    cvode.record(now(0.5)._ref_v, values, times, { sec: now });
    before.dispose();
    h.finitialize(-65);
    h.continuerun(1);
    assert.deepEqual(
      [again, values, times].map(({ length }) => length),
      [41, 41, 41],
    );
  });

  test("one of two things that it is played into may go: it is played into the other", () => {
    const [one, other] = [membrane(), membrane()];
    const [gone, stays] = [h.IClamp(one(0.5)), h.IClamp(other(0.5))];
    const series = h.Vector([0.1, 0.2, 0.3]);
    for (const clamp of [gone, stays]) series.play(clamp._ref_amp, 1);
    one.dispose();
    globalThis.gc?.();
    h.finitialize(-65);
    h.continuerun(1.5);
    assert.equal(stays.amp, 0.2);
    series.play_remove();
    h.finitialize(-65);
    h.continuerun(0.5);
    assert.equal(stays.amp, 0.2);
  });

  test("what ends while NEURON's events for it are on their way: the simulation goes on once it is initialised", () => {
    const ends: [string, (vector: any, section: any) => void][] = [
      ["play_remove", (vector) => vector.play_remove()],
      ["its section goes", (_, section) => section.dispose()],
      ["it records elsewhere", (vector, section) => vector.record(section(0.1)._ref_v)],
    ];
    for (const [name, end] of ends)
      for (const isPlay of [true, false]) {
        const [section, other] = [membrane(), membrane()];
        const clamp = h.IClamp(section(0.5));
        const vector = isPlay ? h.Vector([1, 2, 3, 4]) : h.Vector();
        if (isPlay) vector.play(clamp._ref_amp, 1);
        else vector.record(section(0.5)._ref_v, h.Vector([0, 1, 2, 3]));
        h.finitialize(-65);
        h.continuerun(1.5);
        end(vector, section);
        assert.throws(() => h.continuerun(5), { name: "SimulationError", message: /Vector.*Initialise first/ }, name);
        h.finitialize(-65);
        h.continuerun(5);
        assert.equal(h.t >= 5 - 1e-9 && other(0.5).v < 0, true);
      }
  });

  test("what awaits events cannot end in a run, and can once it has none to await", () => {
    const section = membrane();
    const clamp = h.IClamp(section(0.5));
    const series = h.Vector([0.1, 0.2, 0.3, 0.4]);
    series.play(clamp._ref_amp, 1);
    h.finitialize(-65);
    const ended: unknown[] = [];
    const end = () => {
      try {
        ended.push(series.play_remove());
      } catch (error) {
        ended.push((error as Error).name);
      }
    };
    for (const t of [1.5, 3.5]) h.CVode().event(t, end);
    h.continuerun(5);
    assert.deepEqual([ended, clamp.amp], [["SimulationError", 1], 0.4]);
  });

  test("what ends when its events are over, or before the next initialisation, stops nothing", () => {
    const section = membrane();
    const clamp = h.IClamp(section(0.5));
    const [series, values] = [h.Vector([0.1, 0.2, 0]), h.Vector()];
    series.play(clamp._ref_amp, h.Vector([0, 1, 2]));
    values.record(section(0.5)._ref_v, h.Vector([0, 1, 2]));
    h.finitialize(-65);
    h.continuerun(2.5);
    for (const vector of [series, values]) vector.play_remove();
    const late = h.Vector().record(section(0.5)._ref_v, 0.5);
    late.play_remove();
    h.continuerun(4);
    assert.deepEqual([values.length, clamp.amp], [3, 0]);
  });

  test("play_remove ends all that a Vector is used for, and nothing else: the lengths are Python's", () => {
    const soma = membrane();
    const place = () => soma(0.5)._ref_v;
    const lengths = (...vectors: any[]) => {
      for (const vector of vectors) vector.resize(0);
      h.finitialize(-65);
      h.continuerun(1);
      return vectors.map(({ length }) => length);
    };
    const others = h.Vector().record(place());
    const times = h.Vector([0, 0.5, 1]);
    const atTimes = h.Vector().record(place(), times);
    const [again, each] = [h.Vector().record(place()), h.Vector().record(place(), 0.5)];
    again.record(place());
    for (const vector of [again, each]) vector.play_remove();
    assert.deepEqual(lengths(others, atTimes, again, each), [41, 2, 0, 0]);
    times.play_remove(); // it is what the other records at
    assert.deepEqual(lengths(others, atTimes), [41, 0]);
    h("objref shared, hocs\nshared = new Vector()\nhocs = new Vector()");
    h.shared.record(place());
    h.push_section(soma);
    h("hocs.record(&v(0.5), shared)");
    h.pop_section();
    const { shared } = h;
    shared.play_remove();
    shared.from_python([0, 0.5]);
    assert.deepEqual(lengths(h.hocs), [0]);
    h("objref shared, hocs");
    const [first, second] = [h.Vector().record(place()), h.Vector().record(place())];
    second.play_remove();
    assert.deepEqual(lengths(others, first, second), [41, 41, 0]);
  });
});

describe("Matrix", () => {
  test("elements are read and set, by method and by index", () => {
    const m = h.Matrix(2, 3);
    m.setval(0, 1, 5);
    m.x[1][2] = 7;
    assert.deepEqual([m.nrow(), m.ncol(), m.getval(1, 2), m.x[0][1], [...m.getrow(1)]], [2, 3, 7, 5, [0, 0, 7]]);
    assert.throws(() => m.getval(2, 0), Error);
    assert.throws(() => m.x[0][3], Error);
  });

  test("equations are solved and matrices multiplied", () => {
    const m = h.Matrix(2, 2).set(2, 0, 0, 4);
    assert.deepEqual([...m.solv(h.Vector([2, 4]))], [1, 1]);
    assert.deepEqual([...m.mulm(m.inverse()).to_vector()], [1, 0, 0, 1]);
    assert.deepEqual(
      [
        ...h
          .Matrix(2, 2)
          .ident()
          .mulv(h.Vector([5, 6])),
      ],
      [5, 6],
    );
  });

  test("a sparse one behaves like a full one", () => {
    const m = h.Matrix(100, 100, 2);
    for (let i = 0; i < 100; i++) m.setval(i, i, 2);
    assert.deepEqual([m.solv(h.Vector(100, 4)).sum(), m.sprowlen(3)], [200, 1]);
  });

  test("operators throw", () => {
    assert.throws(() => h.Matrix(2, 2) * 2, { name: "TypeError", message: /Matrix/ });
  });
});

describe("Random", () => {
  test("a Random123 stream is the same each time, and Python's", () => {
    const draw = () => {
      const random = h.Random();
      random.Random123(1, 2, 3);
      return [random.uniform(0, 1), random.repick(), random.normal(0, 1)];
    };
    // Python: r.Random123(1, 2, 3); r.uniform(0, 1), r.repick(), r.normal(0, 1)
    close(draw(), [0.980861897351951, 0.22910290974446038, 1.1697705780078251]);
    assert.deepEqual(draw(), draw());
  });

  test("it fills a Vector and plays into a variable", () => {
    const random = h.Random();
    random.Random123(4, 5, 6);
    random.uniform(2, 3);
    const v = h.Vector(1000).setrand(random);
    assert.ok(v.min() >= 2 && v.max() <= 3 && v.stdev() > 0.2);
    const soma = h.Section("soma");
    const clamp = h.IClamp(soma(0.5));
    random.play(clamp._ref_amp);
    h.finitialize();
    h.fadvance();
    assert.ok(clamp.amp >= 2 && clamp.amp <= 3);
  });
});

describe("File and texts", () => {
  test("lines are written and read, in whatever letters, from a path with any name", () => {
    const path = file("Zelle 細胞.txt");
    const [f, line] = [h.File(), h.ref("")];
    f.wopen(path);
    f.printf("%s %g\n", "Körner", 2.5);
    f.close();
    f.ropen(path);
    f.gets(line);
    f.close();
    assert.equal(line[0], "Körner 2.5\n");
    assert.equal(f.ropen(file("not there")), 0);
  });

  test("StringFunctions cut texts", () => {
    const [strings, text] = [h.StringFunctions(), h.ref("")];
    assert.deepEqual([strings.len("dendrite"), strings.substr("dendrite", "dri")], [8, 3]);
    strings.tail("soma.v", "\\.", text);
    assert.equal(text[0], "v");
    strings.left(text, 0);
    assert.equal(text[0], "");
  });

  test("a String holds a text", () => {
    const string = h.String("one");
    string.s = "zwölf";
    assert.equal(string.s, "zwölf");
  });
});

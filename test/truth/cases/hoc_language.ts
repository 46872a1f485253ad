// The language itself: arithmetic, functions of numbers and strings, arrays, references, recursion, debugging state.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h(`
double grid[3][4]
strdef greeting, part
objref box, list
func factorial() { if ($1 < 2) { return 1 } return $1 * factorial($1 - 1) }
func fill() { local i, j
  for i = 0, 2 for j = 0, 3 grid[i][j] = i * 10 + j
  return grid[2][3]
}
proc swap() { local kept  kept = $&1  $&1 = $&2  $&2 = kept }
proc shout() { sprint($s1, "%s!", $s1) }
func through() { local i, s  s = 0  for i = 1, numarg() s += $i  return s }
obfunc pair() { localobj v  v = new Vector($1)  v.fill($2)  return v }
`);
  const numbers = [
    h.sqrt(2),
    h.exp(1.5),
    h.log(7),
    h.log10(50),
    h.sin(1),
    h.cos(2),
    h.tanh(0.4),
    h.atan(3),
    h.atan2(1, -2),
  ];
  numbers.push(
    h.erf(0.5),
    h.erfc(1.2),
    h.abs(-3.5),
    h.int(-2.7),
    h.int(2.7),
    h.PI,
    h.E,
    h.GAMMA,
    h.DEG,
    h.PHI,
    h.FARADAY,
    h.R,
  );
  const [text, head, tail] = [h.ref("  neuron 9.0.2 rocks"), h.ref(""), h.ref("")];
  const strings = h.StringFunctions();
  const traces: any = {
    numbers,
    functions: [h.factorial(10), h.fill(), h.through(1, 2.5, 4), ...h.pair(3, 0.25)],
    grid: [0, 1, 2].flatMap((i) => [0, 1, 2, 3].map((j) => h.grid[i][j])),
    strings: [
      strings.len(text[0]),
      strings.substr(text[0], "on"),
      strings.is_name("soma"),
      strings.is_point_process(strings),
    ],
  };
  const [a, b] = [h.ref(1), h.ref(2)];
  h.swap(a, b);
  h.shout(text);
  strings.head(text, " 9", head);
  strings.tail(text, "9.", tail);
  traces.swapped = [a[0], b[0]];
  traces.texts = [text[0], head[0], tail[0]];
  strings.left(text, 8);
  strings.right(text, 2);
  traces.cut = text[0];
  h.greeting = "Grüße";
  h('part = "and more"\nsprint(greeting, "%s %s %d %5.2f", greeting, part, 42, 3.14159)');
  traces.greeting = [h.greeting, h.part];
  h.box = h.Vector([3, 1, 2]);
  h('list = new List()\nlist.append(box)\nlist.append(new String("inside"))\nbox.sort()');
  traces.objects = [h.list.count(), ...h.box, h.list.o(0).size()];
  traces.inside = h.list.o(1).s;
  h("x = 1\nwhile (x < 100) { x *= 3 }\ny = x % 7 + 2 ^ 3 - (x > 5 && !(x == 3) || 0)\nz = -x / 4");
  traces.variables = [h.x, h.y, h.z];
  h.grid[1][2] = -5;
  traces.element = [h.grid[1][2], h.grid.length, h.grid[0].length];
  const formatted = h.ref("");
  h.sprint(formatted, "%d|%g|%s|%e|%5.1f|%-6d|", 7, 0.1, "abc", 12345.678, 2.25, 42);
  traces.formatted = formatted[0];
  traces.parsed = [h.execute("x = 5"), h.x];
  traces.names = [
    h.name_declared("grid"),
    h.name_declared("pair"),
    h.name_declared("Vector"),
    h.name_declared("nothing"),
  ];
  return traces;
}

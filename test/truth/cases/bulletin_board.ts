// The bulletin board in one process: jobs by name, contexts, messages packed and taken.
export function run(h: any) {
  const pc = h.ParallelContext();
  h(
    "func square() { hoc_ac_ = $1 * $1  return hoc_ac_ }\nfunc mean() { return $o1.mean() * $2 }\nproc remember() { kept = $1 + $2 }\nkept = 0\nstrdef word",
  );
  pc.runworker();
  pc.context("remember", 3, 4);
  for (let i = 0; i < 5; i++) {
    pc.submit(i, "square", 0.5 * i);
  }
  pc.submit("mean", h.Vector([1, 2, 6]), 10);
  const results = h.Vector();
  while (pc.working()) {
    results.append(pc.userid(), pc.retval());
  }
  pc.pack("text", 3.5, h.Vector([4, 5]));
  pc.post("letter");
  pc.post("letter", 7);
  const found = [pc.look("letter"), pc.look("nothing")];
  const taken = pc.look_take("letter");
  const text = h.ref("");
  pc.upkstr(text);
  const parts = [pc.upkscalar(), ...pc.upkvec()];
  const second = [pc.take("letter"), pc.upkscalar(), pc.look_take("letter")];
  pc.done();
  return { results, found: [...found, taken], text: text[0], parts, second, kept: h.kept };
}

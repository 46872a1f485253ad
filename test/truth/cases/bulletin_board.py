"""The bulletin board in one process: jobs by name, contexts, messages packed and taken."""


def run(h):
    pc = h.ParallelContext()
    h("func square() { hoc_ac_ = $1 * $1  return hoc_ac_ }\nfunc mean() { return $o1.mean() * $2 }\nproc remember() { kept = $1 + $2 }\nkept = 0\nstrdef word")
    pc.runworker()
    pc.context("remember", 3, 4)
    for i in range(5):
        pc.submit(i, "square", 0.5 * i)
    pc.submit("mean", h.Vector([1, 2, 6]), 10)
    results = h.Vector()
    while pc.working():
        results.append(pc.userid(), pc.retval())
    pc.pack("text", 3.5, h.Vector([4, 5]))
    pc.post("letter")
    pc.post("letter", 7)
    found = [pc.look("letter"), pc.look("nothing")]
    taken = pc.look_take("letter")
    text = h.ref("")
    pc.upkstr(text)
    parts = [pc.upkscalar(), *pc.upkvec()]
    second = [pc.take("letter"), pc.upkscalar(), pc.look_take("letter")]
    pc.done()
    return {"results": results, "found": [*found, taken], "text": text[0], "parts": parts, "second": second, "kept": h.kept}

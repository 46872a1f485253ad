"""Vector.apply with a function of the host language, iteration and conversion."""


def run(h):
    v = h.Vector(8).indgen(-2, 0.75)
    back = h.Vector(v.to_python())
    total = 0
    for value in v:
        total += value
    sizes = [v.size(), len(back), v.buffer_size() >= 8]
    v.resize(10)
    moved = h.List()
    moved.append(v)
    moved.append(back)
    return {
        "squares": h.Vector(8).indgen(0, 1).apply(lambda x: x * x + 1).c(2, 7),
        "back": back,
        "total": total,
        "sizes": sizes,
        "resized": v,
        "in a list": [moved.count(), len(moved), moved[0].size(), moved.o(1)[2], moved.index(back), moved.object(0).sum()],
        "names": [v.hname(), back.hname(), str(moved)],
    }

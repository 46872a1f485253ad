"""Vectors and numbers written to files and read back: text, columns, binary in five widths."""


def run(h):
    v = h.Vector([3, 2, 15, 16])
    f = h.File()
    traces = {}
    f.wopen("numbers.txt")
    f.printf("%d %d %d %d\n", 3, 2, 15, 16)
    f.printf("%g %g\n", 0.1, 1e-7)
    f.close()
    f.ropen("numbers.txt")
    read = h.Vector()
    read.scanf(f)
    traces["scanf"] = read.c()
    f.seek(0)
    traces["one by one"] = [f.scanvar(), f.scanvar(), f.eof(), f.tell()]
    f.seek(0)
    read.resize(0)
    read.scantil(f, 15)
    traces["scantil"] = read.c()
    line = h.ref("")
    f.seek(0)
    traces["line length"] = f.gets(line)
    traces["line"] = line[0].strip()
    f.close()
    f.wopen("columns.txt")
    for row in [(3, 2, 15, 16), (6, 9, 7, 21), (1, 4, 5, 22), (3, 8, 14, 23)]:
        f.printf("%d %d %d %d\n", *row)
    f.close()
    f.ropen("columns.txt")
    read.scanf(f, 3, 2, 4)
    traces["column 2"] = read.c()
    f.seek(0)
    read.scantil(f, 5, 3, 4)
    traces["column 3"] = read.c()
    f.close()
    for kind in range(1, 6):
        f.wopen("binary.dat")
        v.c().vwrite(f, kind)
        f.close()
        f.ropen("binary.dat")
        read.vread(f)
        traces[f"binary {kind}"] = read.c()
        f.close()
    traces["removed"] = [f.unlink(), f.ropen("binary.dat"), f.isopen()]
    return traces

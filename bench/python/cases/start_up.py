def prepare(h):
    h.load_file("stdrun.hoc")

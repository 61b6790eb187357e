package flat

import "iter"

// A Trial is what a goal would count as, and its coverage.
type Trial struct {
	Slot     int32
	Figure   Figure
	Coverage uint64
}

// MeanIf returns what the mean and the coverage of a goal would be if some of
// its children counted as the trials say, and whether any of its children would
// be known. It changes nothing, and takes time for the trials only. The goal must
// have children.
func (e *Engine) MeanIf(slot int32, children iter.Seq[Trial]) (mean Figure, coverage uint64, known bool) {
	k := e.place[slot]
	r, c := e.rows[k], e.covers[k]
	for t := range children {
		w := e.Weight(t.Slot, slot)
		r.move(&c, w, &change{
			was: e.figures[t.Slot], now: t.Figure, wasCovered: e.Coverage(t.Slot), covered: t.Coverage,
		})
	}
	c.finish(&r)
	return e.mean(&r), c.share, r.known > 0
}

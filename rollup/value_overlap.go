package rollup

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// markOverlaps marks the parts that count and share readings with another one:
// the same metric over windows that overlap, on one channel or on all.
func (c *valueCombination) markOverlaps() {
	if !c.addsUp() {
		return
	}
	byMetric := map[string]*windowsOf{}
	for i := range c.values {
		if v := &c.values[i]; v.overlapping() {
			w := byMetric[v.ask.Metric]
			if w == nil {
				w = &windowsOf{byChannel: map[string]*windows{}}
				byMetric[v.ask.Metric] = w
			}
			w.add(v)
		}
	}
	for _, w := range byMetric {
		w.sort()
	}
	for i := range c.values {
		if v := &c.values[i]; v.overlapping() {
			v.Overlaps = byMetric[v.ask.Metric].shared(v)
		}
	}
}

// overlapping reports whether v could share readings: no other goal has a
// goal's own series.
func (v *valueOfGoal) overlapping() bool { return v.counts() && v.ask.Metric != "" }

// windowsOf holds the windows over which one metric is read.
type windowsOf struct {
	byChannel   map[string]*windows // goals that read one channel
	allChannels windows             // goals that read all
	every       windows             // all goals
}

func (w *windowsOf) add(v *valueOfGoal) {
	w.every.add(v.span())
	if v.ask.AllChannels {
		w.allChannels.add(v.span())
		return
	}
	channel := w.byChannel[v.ask.Channel]
	if channel == nil {
		channel = &windows{}
		w.byChannel[v.ask.Channel] = channel
	}
	channel.add(v.span())
}

func (w *windowsOf) sort() {
	w.every.sort()
	w.allChannels.sort()
	for _, channel := range w.byChannel {
		channel.sort()
	}
}

// shared reports whether another goal than v reads some of what v reads.
func (w *windowsOf) shared(v *valueOfGoal) bool {
	const itself = 1
	if v.ask.AllChannels {
		return w.every.touching(v.span()) > itself
	}
	return w.byChannel[v.ask.Channel].touching(v.span())+w.allChannels.touching(v.span()) > itself
}

// span returns the time whose readings v may read: of a stock any before the
// end of the window, however old.
func (v *valueOfGoal) span() kpi.Period {
	if v.metric.stock {
		return kpi.Period{Start: beforeAll, End: v.ask.Window.End}
	}
	return v.ask.Window
}

// beforeAll is before every reading: years go from 0 to 9999.
var beforeAll = time.Date(-1, time.January, 1, 0, 0, 0, 0, time.UTC)

// windows counts periods that overlap with one of them.
type windows struct{ starts, ends []time.Time }

func (w *windows) add(p kpi.Period) {
	if !p.IsEmpty() {
		w.starts, w.ends = append(w.starts, p.Start), append(w.ends, p.End)
	}
}

func (w *windows) sort() {
	slices.SortFunc(w.starts, time.Time.Compare)
	slices.SortFunc(w.ends, time.Time.Compare)
}

// touching returns the number of periods that overlap with p: all but those
// that end before it starts, and those that start once it has ended.
func (w *windows) touching(p kpi.Period) int {
	if p.IsEmpty() {
		return 0
	}
	begun, _ := slices.BinarySearchFunc(w.starts, p.End, time.Time.Compare)
	over, _ := slices.BinarySearchFunc(w.ends, p.Start.Add(1), time.Time.Compare)
	return begun - over
}

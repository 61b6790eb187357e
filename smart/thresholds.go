package smart

import (
	"cmp"
	"strconv"

	"github.com/goalkit/goalkit/kpi"
)

// Thresholds are the numbers that rules compare with. The zero Thresholds are
// the defaults; a field that is 0 is its default. They must leave room between
// each other, defaults included: Unrealistic is not above Stretch, Stretch not
// above Sandbagged, Unrealistic not above SandbaggedAspirational, and ShortDays not
// above MicroDays.
type Thresholds struct {
	MicroDays     int // a micro goal is not longer: 92, a quarter
	MacroMonths   int // a macro goal is not shorter: 12
	ShortDays     int // no goal is shorter: 7
	ShortCadences int // nor shorter than so many cadences: 2
	FewestDue     int // so many looks are due in a goal's period: 3
	StaleCadences int // the newest reading is not older: 2
	BaselineDays  int // a baseline is not older when the goal starts: 90
	Words         int // a statement is not longer: 40
	Children      int // no more goals serve another at a time: 5

	// Chances of reaching the target, between 0 and 1.
	Unrealistic            float64 // below: 0.05
	Stretch                float64 // below, but realistic: 0.25
	Sandbagged             float64 // above, of a committed goal: 0.90
	SandbaggedAspirational float64 // above, of an aspirational one: 0.70
}

// orDefaults returns t with defaults in place of zeros.
func (t Thresholds) orDefaults() Thresholds {
	return Thresholds{
		MicroDays:     cmp.Or(t.MicroDays, 92),
		MacroMonths:   cmp.Or(t.MacroMonths, 12),
		ShortDays:     cmp.Or(t.ShortDays, 7),
		ShortCadences: cmp.Or(t.ShortCadences, 2),
		FewestDue:     cmp.Or(t.FewestDue, 3),
		StaleCadences: cmp.Or(t.StaleCadences, 2),
		BaselineDays:  cmp.Or(t.BaselineDays, 90),
		Words:         cmp.Or(t.Words, 40),
		Children:      cmp.Or(t.Children, 5),

		Unrealistic:            cmp.Or(t.Unrealistic, 0.05),
		Stretch:                cmp.Or(t.Stretch, 0.25),
		Sandbagged:             cmp.Or(t.Sandbagged, 0.90),
		SandbaggedAspirational: cmp.Or(t.SandbaggedAspirational, 0.70),
	}
}

// most is the largest of the whole numbers: more days, months or words than any
// goal has, and few enough to count with.
const most = 1_000_000

// check reports numbers that make no sense, by themselves or beside each other, as
// faults of fields of "thresholds".
func (t Thresholds) check(report kpi.Report) {
	t.checkWholes(report)
	t.checkChances(report)
	t.orDefaults().checkOrder(report)
}

// checkWholes checks days, months and other counts.
func (t Thresholds) checkWholes(report kpi.Report) {
	for _, f := range []struct {
		name  string
		value int
	}{
		{"microDays", t.MicroDays},
		{"macroMonths", t.MacroMonths},
		{"shortDays", t.ShortDays},
		{"shortCadences", t.ShortCadences},
		{"fewestDue", t.FewestDue},
		{"staleCadences", t.StaleCadences},
		{"baselineDays", t.BaselineDays},
		{"words", t.Words},
		{"children", t.Children},
	} {
		if f.value < 0 || f.value > most {
			report("thresholds."+f.name, kpi.ErrNumber, strconv.Itoa(f.value), "want 1 to 1000000, or 0 for the default")
		}
	}
}

// checkChances checks the chances.
func (t Thresholds) checkChances(report kpi.Report) {
	for _, f := range []struct {
		name  string
		value float64
	}{
		{"unrealistic", t.Unrealistic},
		{"stretch", t.Stretch},
		{"sandbagged", t.Sandbagged},
		{"sandbaggedAspirational", t.SandbaggedAspirational},
	} {
		if !(f.value >= 0 && f.value <= 1) { // NaN is neither
			report("thresholds."+f.name, kpi.ErrNumber, figure(f.value), "want a chance from 0 to 1")
		}
	}
}

// checkOrder checks thresholds, with defaults, against each other; those that are
// out of range are reported already.
func (t Thresholds) checkOrder(report kpi.Report) {
	for _, f := range []struct {
		low, high   string
		least, most float64
		top         float64 // of the range
	}{
		{"unrealistic", "stretch", t.Unrealistic, t.Stretch, 1},
		{"stretch", "sandbagged", t.Stretch, t.Sandbagged, 1},
		{"unrealistic", "sandbaggedAspirational", t.Unrealistic, t.SandbaggedAspirational, 1},
		{"shortDays", "microDays", float64(t.ShortDays), float64(t.MicroDays), most},
	} {
		if f.least > f.most && f.least <= f.top && f.most >= 0 {
			report("thresholds."+f.low, kpi.ErrNumber, figure(f.least), "want at most "+f.high+", which is "+figure(f.most))
		}
	}
}

func figure(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

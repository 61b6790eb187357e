package abtest

import (
	"strconv"

	"github.com/goalkit/goalkit/kpi"
)

func (d Design) withDefaults() Design {
	d.Alpha, d.Power = orDefault(d.Alpha, defaultAlpha), orDefault(d.Power, 0.8)
	return d
}

func (d Design) check(f *faults) {
	f.probability("control", d.Control)
	f.alpha(d.Alpha)
}

func (d Design) checkVariant(f *faults) {
	f.probability("variant", d.Variant)
	if d.Control == d.Variant {
		f.add("variant", ErrRate, text(d.Variant), "the same rate as the control's")
	}
}

func (d Design) checkPower(f *faults) {
	f.probability("power", d.Power)
	if d.Power == 1 {
		f.add("power", ErrRate, "1", "no number of people finds every difference")
	}
}

// size reports a number of people below 1.
func (f *faults) size(n int64) {
	if n < 1 {
		f.add("n", ErrSize, strconv.FormatInt(n, 10), "want 1 or more")
	}
}

// direction reports a direction that is none.
func (f *faults) direction(better kpi.Better) {
	if !better.Valid() || better == kpi.Neither {
		f.add("better", kpi.ErrEnum, string(better), "want higher or lower")
	}
}

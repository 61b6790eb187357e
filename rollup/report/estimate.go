package report

import (
	"fmt"
	"math"
	"strconv"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// An Estimate is a figure of a forecast, rounded to six significant digits, or
// unknown. The zero Estimate is unknown. Its text form, also in JSON, is a number
// in plain notation.
type Estimate struct {
	value float64
	known bool
}

// estimateOf returns a figure times a factor; unknown if the figure is.
func estimateOf(f trend.Figure, factor float64) Estimate {
	x, known := f.Float64()
	if !known {
		return Estimate{}
	}
	return rounded(x * factor)
}

// rounded returns x as an estimate; unknown if it is not finite.
func rounded(x float64) Estimate {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Estimate{}
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 6, 64), 64)
	if short == 0 {
		short = 0 // not -0
	}
	return Estimate{short, true}
}

// Known reports whether there is a figure.
func (e Estimate) Known() bool { return e.known }

// Float64 returns the figure. It reports false, with 0, if it is unknown.
func (e Estimate) Float64() (float64, bool) { return e.value, e.known }

// String returns the figure in plain notation, or "unknown".
func (e Estimate) String() string {
	if !e.known {
		return "unknown"
	}
	return strconv.FormatFloat(e.value, 'f', -1, 64)
}

// MarshalText implements [encoding.TextMarshaler] with the text of String; an
// unknown figure is empty text.
func (e Estimate) MarshalText() ([]byte, error) {
	if !e.known {
		return nil, nil
	}
	return []byte(e.String()), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts a finite number
// or nothing, and leaves e alone otherwise.
func (e *Estimate) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*e = Estimate{}
		return nil
	}
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Errorf("report: %w: %q", kpi.ErrNumber, kpi.Clip(string(text)))
	}
	*e = Estimate{x, true}
	return nil
}

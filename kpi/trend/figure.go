package trend

import (
	"math"
	"math/big"
	"strconv"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Figure is an estimate, or the reason why there is none. An estimate is never
// NaN nor infinite. The zero Figure is unknown, for no reason.
type Figure struct {
	value   float64
	known   bool
	absence kpi.Absence
}

// figure returns x, or why it is none.
func figure(x float64) Figure {
	if !finite(x) {
		return none(NotFinite)
	}
	if x == 0 {
		x = 0 // not -0
	}
	return Figure{value: x, known: true}
}

// none returns the Figure that is unknown for this reason.
func none(why kpi.Absence) Figure { return Figure{absence: why} }

// rational returns r as near as a float64 is.
func rational(r *big.Rat) Figure {
	x, _ := r.Float64()
	return figure(x)
}

// Known reports whether there is an estimate.
func (f Figure) Known() bool { return f.known }

// Float64 returns the estimate. It reports false, with 0, if there is none.
func (f Figure) Float64() (float64, bool) { return f.value, f.known }

// Absence returns why there is no estimate, "" if there is one.
func (f Figure) Absence() kpi.Absence { return f.absence }

// String returns the estimate with all its digits, or "unknown" and why.
func (f Figure) String() string {
	if f.known {
		return strconv.FormatFloat(f.value, 'g', -1, 64)
	}
	return unknown(f.absence)
}

// A Date is when something is estimated to happen, rounded to the second, or the
// reason why there is no telling. The zero Date is unknown, for no reason.
type Date struct {
	at      time.Time
	known   bool
	absence kpi.Absence
}

// never returns the Date that is unknown for this reason.
func never(why kpi.Absence) Date { return Date{absence: why} }

// dateAfter returns the instant so many days after t, in t's location.
func dateAfter(t time.Time, days float64) Date {
	const tenThousandYears = 3_660_000 // days
	if !(math.Abs(days) < tenThousandYears) {
		return never(OutOfYears)
	}
	seconds := int64(math.Round(days*86400 + float64(t.Nanosecond())/1e9))
	at := time.Unix(t.Unix()+seconds, 0).In(t.Location())
	if !inYears(at) {
		return never(OutOfYears)
	}
	return Date{at: at, known: true}
}

// notBefore returns d in the location of t, and t itself if d is earlier.
func (d Date) notBefore(t time.Time) Date {
	switch {
	case !d.known:
	case d.at.Before(t):
		d.at = t
	default:
		d.at = d.at.In(t.Location())
	}
	return d
}

// Known reports whether there is a date.
func (d Date) Known() bool { return d.known }

// Time returns the date. It reports false, with the zero time, if there is none.
func (d Date) Time() (time.Time, bool) { return d.at, d.known }

// Absence returns why there is no date, "" if there is one.
func (d Date) Absence() kpi.Absence { return d.absence }

// String returns the date in RFC 3339, or "unknown" and why.
func (d Date) String() string {
	if d.known {
		return d.at.Format(time.RFC3339)
	}
	return unknown(d.absence)
}

func unknown(why kpi.Absence) string {
	if why == "" {
		return "unknown"
	}
	return "unknown: " + string(why)
}

// missing returns why the first of figures that is unknown is, "" if all are known.
func missing(figures ...Figure) kpi.Absence {
	for _, f := range figures {
		if !f.known {
			return f.absence
		}
	}
	return ""
}

func finite(numbers ...float64) bool {
	for _, x := range numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

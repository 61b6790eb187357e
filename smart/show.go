package smart

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// How numbers are written in findings.

// show returns a value in a metric's unit for people: ratios in percent, durations
// in seconds, money with its currency, with about four digits.
func show(unit kpi.Unit, x float64) string {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return "unknown"
	case unit == kpi.Fraction:
		return digits(100*x) + "%"
	case unit == kpi.Duration:
		return digits(x) + " s"
	}
	if code, ok := unit.Currency(); ok {
		return strings.TrimSpace(code + " " + money(x))
	}
	return digits(x)
}

// money returns an amount of money: from 1 on in hundredths, all or none of them.
func money(x float64) string {
	if size := math.Abs(x); size >= 1 && size < 1000 {
		x = math.Round(100*x) / 100
	}
	text := digits(x)
	if _, cents, _ := strings.Cut(text, "."); len(cents) == 1 {
		text += "0"
	}
	return text
}

// percent returns a share as a percentage with about two digits.
func percent(x float64) string {
	return strconv.FormatFloat(100*x, 'f', decimals(100*x, 2), 64) + "%"
}

// digits returns x with at least four significant digits, trailing zeros after
// the point cut, thousands separated.
func digits(x float64) string {
	text := strconv.FormatFloat(math.Abs(x), 'f', decimals(x, 4), 64)
	whole, fraction, _ := strings.Cut(text, ".")
	if len(whole) > 15 {
		return strconv.FormatFloat(x, 'g', 4, 64)
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		whole += "." + fraction
	}
	if x < 0 && strings.Trim(whole, "0.,") != "" {
		return "-" + whole
	}
	return whole
}

// decimals returns how many places show so many significant digits of x.
func decimals(x float64, significant int) int {
	if x = math.Abs(x); x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return min(max(significant-1-int(math.Floor(math.Log10(x))), 0), 12)
}

// isoDay returns the date on which t falls, in t's location.
func isoDay(t time.Time) string { return t.Format(time.DateOnly) }

// lastDay returns the last date of a period.
func lastDay(p kpi.Period) string { return isoDay(p.End.Add(-1)) }

// days returns how many days there are from the date of one instant to that of
// another, as clocks in their zones show them.
func days(from, to time.Time) int {
	return int((civil(to, nil).Unix() - civil(from, nil).Unix()) / (24 * 60 * 60))
}

package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// How figures are written on the page.

// none stands where there is no figure.
const none = "–"

// figure writes a value in its unit.
func figure(unit kpi.Unit, v kpi.Value) string {
	if !v.Known() {
		return none
	}
	x, _ := v.Rat().Float64()
	switch unit {
	case kpi.Fraction:
		return strconv.FormatFloat(100*x, 'f', 2, 64) + "%"
	case kpi.Duration:
		return (time.Duration(x) * time.Second).String()
	}
	if code, ok := unit.Currency(); ok {
		return code + " " + thousands(x, 2)
	}
	return thousands(x, 0)
}

// thousands writes a number with so many places, thousands apart.
func thousands(x float64, places int) string {
	text := strconv.FormatFloat(x, 'f', places, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// change writes how a figure changed, and whether that is good.
func change(unit kpi.Unit, d report.Delta) string {
	if !d.Change.Known() {
		return none
	}
	x, _ := d.Change.Rat().Float64()
	text := strconv.FormatFloat(100*x, 'f', 1, 64) + "%"
	if d.Form == report.Points {
		text = strconv.FormatFloat(x, 'f', 2, 64)
		if unit == kpi.Fraction {
			text = strconv.FormatFloat(100*x, 'f', 2, 64) + " pp"
		}
	}
	if x >= 0 {
		text = "+" + text
	}
	return text + map[report.Trend]string{report.Good: " ✓", report.Bad: " ✗"}[d.Trend]
}

// percent writes a progress or share: never 100% before all is done.
func percent(r kpi.Ratio) string {
	if p, ok := r.Percent(); ok {
		return strconv.FormatInt(p, 10) + "%"
	}
	return none
}

// points writes the difference of two progresses.
func points(r kpi.Ratio) string {
	if !r.Known() {
		return none
	}
	x, _ := r.Rat().Float64()
	text := strconv.FormatFloat(100*x, 'f', 1, 64)
	if x >= 0 {
		text = "+" + text
	}
	return text
}

// bar draws a progress in ten cells, and with a mark where it is expected to be.
func bar(progress, expected kpi.Ratio) string {
	cells := []rune("··········")
	done, _ := progress.Rat().Float64()
	for i := range min(int(10*done), 10) {
		cells[i] = '█'
	}
	if due, _ := expected.Rat().Float64(); expected.Known() && due > 0 && due < 1 {
		if i := min(int(10*due), 9); cells[i] != '█' {
			cells[i] = '|'
		}
	}
	return string(cells)
}

// Package show writes numbers for people who read English.
package show

import (
	"math"
	"strconv"
	"strings"
)

// unknown is what is written of a number that is none.
const unknown = "unknown"

// Digits returns x with at least four significant digits, trailing zeros after the
// point cut, thousands separated; "unknown" if it is not finite.
func Digits(x float64) string { return digits(x, 4) }

func digits(x float64, significant int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return unknown
	}
	text := strconv.FormatFloat(math.Abs(x), 'f', decimals(x, significant), 64)
	whole, fraction, _ := strings.Cut(text, ".")
	if len(whole) > 15 {
		return strconv.FormatFloat(x, 'g', significant, 64)
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

// Percent returns a share as a percentage, as Digits has it.
func Percent(x float64) string {
	text := Digits(100 * x)
	if text == unknown {
		return text
	}
	return text + "%"
}

// Points returns the difference of two shares in percentage points, with three
// significant digits or more.
func Points(x float64) string { return digits(100*x, 3) + " points" }

// Rate returns a share as a percentage with two significant digits or more, as suits
// a rate of growth.
func Rate(x float64) string { return strconv.FormatFloat(100*x, 'f', decimals(100*x, 2), 64) + "%" }

// Money returns an amount in a currency: from 1 on in hundredths, all or none of
// them.
func Money(code string, x float64) string {
	if size := math.Abs(x); size >= 1 && size < 1000 {
		x = math.Round(100*x) / 100
	}
	text := Digits(x)
	if _, cents, _ := strings.Cut(text, "."); len(cents) == 1 {
		text += "0"
	}
	return strings.TrimSpace(code + " " + text)
}

// decimals returns how many places show so many significant digits of x.
func decimals(x float64, significant int) int {
	if x = math.Abs(x); x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return min(max(significant-1-int(math.Floor(math.Log10(x))), 0), 12)
}

package smart

import (
	"strconv"
	"strings"

	"github.com/goalkit/goalkit/kpi"
	"github.com/shopspring/decimal"
)

// numeral reads a number: "1,200", "10K", "1.5 million", "two hundred and fifty",
// "a dozen", "two and a half".
func (r *reading) numeral(i int) (kpi.Number, int) {
	t := r.at(i)
	if t.kind == numberToken && !t.value.Given() {
		return kpi.Number{}, i
	}
	n, end := r.spelled(i)
	if t.kind == numberToken {
		n, end = r.spaced(i)
		n, end = r.magnified(n, end)
	}
	if end > i && r.at(end).word == "and" && r.at(end+1).word == "a" && r.at(end+2).word == "half" {
		return n.Add(kpi.Num("0.5")), end + 3
	}
	return n, end
}

// spaced reads digits with spaces between the thousands: "12 500 000". The
// day of a month before it is none of them.
func (r *reading) spaced(i int) (kpi.Number, int) {
	const most = 3 // groups
	n, end := r.at(i).value, i+1
	if len(r.at(i).word) > 3 || r.at(i).whole <= 0 || r.has(i-1, tableMonth) {
		return n, end
	}
	for ; end <= i+most && r.at(end).whole >= 0 && len(r.at(end).word) == 3 && r.at(end).spaced && !r.at(end-1).ends; end++ {
		n = times(n, kpi.Int(1000)).Add(r.at(end).value)
	}
	return n, end
}

// magnified reads what may follow digits: "k" right behind them, or "million".
func (r *reading) magnified(n kpi.Number, i int) (kpi.Number, int) {
	if p, end := r.find(i, tableMagnitude); end > i && r.tight(i) {
		return times(n, kpi.Num(p.value)), end
	}
	if p, end := r.find(i, tableNumber); end > i && len(p.value) > 3 && len(p.words) == 1 {
		return times(n, kpi.Num(p.value)), end
	}
	return n, i
}

// times returns n × factor, which is not given where it leaves the limits of [kpi.Number].
func times(n, factor kpi.Number) kpi.Number {
	product := kpi.NumberOf(n.Decimal().Mul(factor.Decimal()))
	if product.Err() != nil {
		return kpi.Number{}
	}
	return product
}

// spelled reads a number in words, below a million millions.
func (r *reading) spelled(i int) (kpi.Number, int) {
	const most = 16 // words that a number has
	var sum, group int64
	end := i
	for j := i; j < i+most; {
		v, next := r.numberWord(j)
		if next == j && end > i && r.at(j).word == "and" && group >= 100 {
			v, next = r.numberWord(j + 1)
			if v >= 100 {
				break
			}
		}
		switch {
		case next <= j && end == i: // no number; most words are none
			return kpi.Number{}, i
		case next <= j, v >= 1000 && sum > 0 && group == 0:
			return kpi.Int(sum + group), end
		case v == 100 && group > 0 && group < 10:
			group *= 100
		case v >= 1000:
			sum, group = sum+max(group, 1)*v, 0
			if sum > 1e12 {
				return kpi.Number{}, i
			}
		case group == 0, group%100 == 0 && v < 100, group%10 == 0 && group%100 >= 20 && v < 10 && v > 0:
			group += v
		default:
			return kpi.Int(sum + group), end
		}
		j, end = next, next
	}
	return kpi.Int(sum + group), end
}

// numberWord reads one word of a number, or two with a hyphen: "twenty-five".
func (r *reading) numberWord(i int) (int64, int) {
	if p, end := r.find(i, tableNumber); end > i {
		v, err := strconv.ParseInt(p.value, 10, 64)
		if err != nil {
			return 0, i
		}
		return v, end
	}
	tens, ones, ok := strings.Cut(r.at(i).word, "-")
	if !ok {
		return 0, i
	}
	a, b := r.valueOf(tens), r.valueOf(ones)
	if a < 20 || a > 90 || b < 1 || b > 9 {
		return 0, i
	}
	return a + b, i + 1
}

// valueOf returns the number that a single word stands for, -1 if there is none.
func (r *reading) valueOf(word string) int64 {
	for _, p := range r.entry(word).phrases {
		if p.table == tableNumber && len(p.words) == 1 {
			if v, err := strconv.ParseInt(p.value, 10, 64); err == nil {
				return v
			}
		}
	}
	return -1
}

// whole returns a number as an int, or reports that it is none, or negative, or
// beyond what dates can use.
func whole(n kpi.Number) (int, bool) {
	const most = 1_000_000
	d := n.Decimal()
	if !n.Given() || !d.IsInteger() || d.Sign() < 0 || d.GreaterThan(decimal.NewFromInt(most)) {
		return 0, false
	}
	return int(d.IntPart()), true
}

package trend

import "math"

// A sum adds numbers and keeps what each addition rounds away, so that the total
// is right to about a unit in the last place whatever the order (Neumaier,
// Zeitschrift für Angewandte Mathematik und Mechanik 54:39-51, 1974).
type sum struct{ total, lost float64 }

func (s *sum) add(x float64) {
	t := s.total + x
	if math.Abs(s.total) >= math.Abs(x) {
		s.lost += (s.total - t) + x
	} else {
		s.lost += (x - t) + s.total
	}
	s.total = t
}

func (s *sum) float64() float64 { return s.total + s.lost }

// A centre is the mean of some numbers in two parts: the first number, and the
// mean distance from it. Distances taken part by part keep their digits however
// far the numbers lie from 0.
type centre struct{ first, mean float64 }

// centreOf returns the centre of n numbers, n > 0.
func centreOf(n int, number func(i int) float64) centre {
	first := number(0)
	var s sum
	for i := range n {
		s.add(number(i) - first)
	}
	return centre{first, s.float64() / float64(n)}
}

// of returns the mean.
func (c centre) of() float64 { return c.first + c.mean }

// to returns the distance of x from the mean.
func (c centre) to(x float64) float64 { return (x - c.first) - c.mean }

// meanAndSD returns the mean of the numbers and their standard deviation as a
// sample, sqrt(sum (x - mean)² / (n - 1)), which is 0 for one number. There must
// be one.
func meanAndSD(numbers []float64) (mean, sd float64) {
	c := centreOf(len(numbers), func(i int) float64 { return numbers[i] })
	var squares sum
	for _, x := range numbers {
		d := c.to(x)
		squares.add(d * d)
	}
	return c.of(), math.Sqrt(squares.float64() / float64(max(len(numbers)-1, 1)))
}

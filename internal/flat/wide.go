package flat

import "math/bits"

// A wide is a whole number of 128 bits.
type wide struct{ hi, lo uint64 }

// add adds w × x.
func (a *wide) add(w, x uint64) {
	hi, lo := bits.Mul64(w, x)
	var carry uint64
	a.lo, carry = bits.Add64(a.lo, lo, 0)
	a.hi += hi + carry
}

// moved returns a + w × (to - from), for to and from below 2^63. What is in
// between may wrap around: the sum is right modulo 2^128, and at the end it fits.
func (a wide) moved(w, from, to uint64) wide {
	d := to - from
	hi, lo := bits.Mul64(w, d)
	hi -= w & uint64(int64(d)>>63) // d is 2^64 too high where it is negative
	var carry uint64
	a.lo, carry = bits.Add64(a.lo, lo, 0)
	a.hi += hi + carry
	return a
}

// A share is the fraction n/d.
type share struct{ n, d uint64 }

// met reports whether part is at least this share of whole.
func (s share) met(part, whole uint64) bool {
	hi, lo := bits.Mul64(part, s.d)
	wantHi, wantLo := bits.Mul64(whole, s.n)
	return hi > wantHi || hi == wantHi && lo >= wantLo
}

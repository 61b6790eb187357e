package trend

import "time"

// The years that the library knows end here; what is outside is not computed
// with, for package time counts wrong far beyond.
var (
	firstYear = time.Date(0, time.January, 1, 0, 0, 0, 0, time.UTC).Unix()
	lastYear  = time.Date(10000, time.January, 1, 0, 0, 0, 0, time.UTC).Unix()
)

// inYears reports whether all times lie in the years 0 to 9999, or end them.
func inYears(times ...time.Time) bool {
	for _, t := range times {
		if s := t.Unix(); s < firstYear || s > lastYear {
			return false
		}
	}
	return true
}

// days returns the days of 24 hours from a to b, negative if b is earlier. The
// difference of integers is exact before it is rounded, so that even nanoseconds
// keep their digits; past 272 years it is one of seconds.
func days(a, b time.Time) float64 {
	const nanosOfDay = 24 * 60 * 60 * 1e9
	seconds := b.Unix() - a.Unix()
	const most = 1 << 33 // seconds whose nanoseconds fit an int64, 272 years
	if -most < seconds && seconds < most {
		return float64(seconds*1e9+int64(b.Nanosecond()-a.Nanosecond())) / nanosOfDay
	}
	return float64(seconds) / (24 * 60 * 60)
}

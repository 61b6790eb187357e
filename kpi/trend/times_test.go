package trend_test

import "github.com/goalkit/goalkit/kpi"

var year = period("2026")

func period(text string) kpi.Period {
	p, err := kpi.ParsePeriod(text, nil)
	if err != nil {
		panic(err)
	}
	return p
}

func day(text string) kpi.Moment {
	m, err := kpi.ParseMoment(text, nil)
	if err != nil {
		panic(err)
	}
	return m
}

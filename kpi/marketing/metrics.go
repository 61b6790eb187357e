package marketing

import (
	"maps"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// Version is the version of the catalogue that this package's functions give.
const Version = 1

// Metrics returns version 1 of the catalogue, ready for goal.New and
// [kpi.NewCatalogue], its money in the ISO 4217 currency code.
//
// Without a currency the metrics that count money, and those formed from money
// such as the return on ad spend, are left out; a plan that measures one of them
// is then told that the metric is unknown. A code that is none is handed on, and
// whoever checks the metrics reports it for each metric that counts money
// ([kpi.ErrEnum]).
func Metrics(currency string) []kpi.Metric {
	metrics := make([]kpi.Metric, 0, len(catalogue))
	for i := range catalogue {
		k := &catalogue[i]
		if currency != "" || !needsCurrency(k) {
			metrics = append(metrics, k.In(currency))
		}
	}
	return metrics
}

// needsCurrency reports whether k counts money or is formed from money.
func needsCurrency(k *KPI) bool {
	isMoney := func(id string) bool { return catalogue[places[id]].Money() }
	return k.Money() ||
		slices.ContainsFunc(slices.Collect(maps.Keys(k.Numerator)), isMoney) ||
		slices.ContainsFunc(slices.Collect(maps.Keys(k.Denominator)), isMoney)
}

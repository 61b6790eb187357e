package marketing

import "slices"

// bases are the quantities that the KPIs of the other sections are formed from,
// as far as they are not KPIs themselves.
var bases = slices.Concat(socialBases, webBases, moneyBases, customerBases)

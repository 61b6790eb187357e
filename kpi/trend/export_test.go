package trend

// MeanAndSD is what sums are forecast by.
var MeanAndSD = meanAndSD

package main

// The README shows this output.
func Example() {
	main()
	// Output:
	// More leads from our own channels   ███████████░░░░░░░░░  55%  on_track
	//   Conversion rate +10%             ███████████░░░░░░░░░  59%  on_track
	//   2,000 e-mail subscribers         █████████████░░░░░░░  66%  ahead
	//   Instagram followers +10%         ███████░░░░░░░░░░░░░  35%  at_risk
	//   Click-through rate of 1.5%       █████████░░░░░░░░░░░  45%  behind
	//
	// Why 55%? 59% expected by now, so the pace is 94%.
	//    59% of Conversion rate +10%       x weight 4 of 10 =  24%
	//    66% of 2,000 e-mail subscribers   x weight 3 of 10 =  20%
	//    35% of Instagram followers +10%   x weight 2 of 10 =   7%
	//    45% of Click-through rate of 1.5% x weight 1 of 10 =   4%
}

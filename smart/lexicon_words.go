package smart

import "strings"

// words returns the words of a list that is separated by space; "_" stands for a
// space inside a phrase.
func words(list string) []string {
	fields := strings.Fields(list)
	for i, f := range fields {
		fields[i] = strings.ReplaceAll(f, "_", " ")
	}
	return fields
}

func englishChanges() map[Direction][]string {
	return map[Direction][]string{
		Increase: words(`increase increases growth rise gain gains uplift boost jump improvement improvements surge expansion uptick
			bump lift climb hike raise increment higher bigger greater larger up above more enhancement upturn faster`),
		Decrease: words(`decrease decreases reduction reductions drop decline cut cuts fall loss losses dip shrinkage lower fewer less
			smaller down below shorter cheaper lighter cutback savings_in contraction`),
	}
}

func englishRoles() map[Role][]string {
	return map[Role][]string{
		RoleBy:         {"by"},
		RoleFrom:       {"from"},
		RoleTo:         {"to", "->"},
		RoleOf:         {"of"},
		RoleIn:         words("in during within over throughout inside across through over_the_course_of in_the_course_of in_the_space_of within_the_space_of in_under in_less_than in_no_more_than in_at_most"),
		RoleFor:        {"for"},
		RoleOn:         {"on"},
		RoleAt:         {"at"},
		RoleBetween:    {"between"},
		RoleUntil:      words("until till til through up_until by no_later_than not_later_than on_or_before due due_by due_on by_or_before latest_by at_the_latest_by by_no_later_than come"),
		RoleAfter:      words("after following"),
		RoleBefore:     words("before prior_to ahead_of in_time_for in_advance_of"),
		RoleWith:       words("with without at on under using per among across against"),
		RoleThan:       words("than vs versus compared_to compared_with relative_to in_comparison_to in_comparison_with against"),
		RoleVia:        words("via through using by_means_of thanks_to with_the_help_of by_way_of leveraging utilising utilizing"),
		RoleAnd:        words("and & plus while whilst then or as_well_as"),
		RoleArticle:    words("the a an"),
		RolePossessive: words("my our your their his her its one's"),
		RolePronoun:    words("i we you they he she it i'm we're you're they're i've we've who everyone everybody each_of_us myself"),
		RoleModal:      words("will shall must should can could may might would i'll we'll you'll they'll he'll she'll it'll i'd we'd you'd they'd to won't 'll"),
		RoleThis:       words("this current the_current the_present the_running present"),
		RoleNext:       words("next coming upcoming following forthcoming ensuing"),
		RoleLast:       words("last previous prior past preceding"),
		RoleEvery:      words("per each every a an /"),
		RoleMore:       words("more additional extra further greater another higher bigger"),
		RoleFewer:      words("fewer less lower"),
		RoleNew:        words("new brand-new fresh overall_number_of"),
		RoleSome:       words("many lots_of a_lot_of plenty_of some several numerous tons_of loads_of all all_of all_the various any enough a_number_of a_few a_range_of most most_of both each_of every"),
		RoleAbout:      words("about around approximately roughly nearly almost circa ca approx some ~ ± an_average_of on_average just another an_additional an_extra a_further a_total_of a_combined total_of a_combined_total_of a_whopping"),
		RoleEnd:        words("end close conclusion last_day final_day very_end finish last_days last_week late rest remainder all whole entirety duration end_of_business_on end_of_day_on eod close_of_business_on cob"),
		RoleStart:      words("start beginning first_day outset early"),
		RoleMiddle:     words("middle mid midpoint half-way_through"),
		RoleEnds:       words("ends closes finishes is_over is_out is_up is_done is_through concludes runs_out comes_to_an_end comes_to_a_close are_over end are_out draws_to_a_close has_ended is_finished"),
		RoleStarting:   words("starting beginning starting_from beginning_on starting_on starting_in effective kicking_off commencing commencing_on since as_of from with_effect_from kicking_off_on"),
		RoleFiscal:     words("fiscal financial tax budget"),
		RoleThat:       words("that which who whom whose where"),
		RoleStop: words(`into onto via as so because since if unless although when whenever despite between among amongst including like about around
			under below above against towards toward per after but where until till than while and or & up down out off through
			using without upon along based each annually once twice often bit_by_bit step_by_step little_by_little day_by_day one_by_one week_by_week both worth only instead except`),
		RoleOften:   words("daily weekly monthly quarterly yearly annually annual fortnightly biweekly bi-weekly hourly nightly"),
		RoleTimes:   words("times x time"),
		RolePercent: words("% percent percents pct per_cent ％"),
		RolePoint:   words("points point pp pps ppts ppt percentage_points percentage_point %_points percent_points basis_points basis_point bps bp pts"),
		RoleManner:  words("also then please only just simply each all both together now still always again"),
		RoleBasis:   words("basis_points basis_point bps bp"),
		RoleServe: words(`answer answering respond responding reply replying resolve resolving handle handling process processing deliver delivering
			ship shipping fulfil fulfilling fulfill acknowledge acknowledging return returning close closing follow_up fix fixing contact contacting
			paid settled refunded answered resolved handled processed delivered shipped replied responded fulfilled acknowledged returned closed fixed dispatched dispatch
			response resolution turnaround call_back pick_up run swim walk cycle finish complete read solve answered_within`),
		RoleSpan:     words("period window timeframe time_frame span stretch time_period timespan"),
		RoleTime:     {"time"},
		RoleNow:      words("now today currently presently at_present"),
		RoleOrdinal:  words("st nd rd th"),
		RoleLevel:    words("above below under beneath beyond past at_or_above at_or_below"),
		RoleSlot:     words("number_of total_number_of volume_of amount_of level_of levels_of quantity_of count_of size_of overall_number_of"),
		RolePersonal: words("year_olds year_old years_old year-olds years_of_age yr_olds"),
	}
}

func englishMarks() map[MarkKind][]string {
	return map[MarkKind][]string{
		Escape: words(`if_possible where_possible as_appropriate if_appropriate as_needed as_required try_to trying_to attempt_to attempting_to
			to_the_extent_possible as_far_as_possible if_feasible where_feasible hopefully ideally maybe perhaps possibly strive_to do_our_best do_my_best hope_to hoping_to
			i'd_hope would_hope`),
		VagueTerm: words(`better good great nice decent successful effective efficient significant significantly substantial substantially considerable
			considerably many some several lots_of a_lot_of more_often regularly often presence exposure performance quality big huge massive
			amazing strong stronger faster quicker quickly easier healthier happier appropriate adequate sufficient various numerous stuff things
			dramatically greatly largely better_known more_regularly a_bit a_little as_many_as_possible as_much_as_possible explosive`),
		VagueTime: words(`soon eventually asap as_soon_as_possible ongoing sometime someday some_day one_day long_term long-term in_the_long_run
			in_the_future in_the_near_future shortly over_time at_some_point in_due_course continuously over_the_long_term in_the_coming_weeks
			in_the_coming_months in_the_coming_years going_forward in_the_short_term`),
		OpenEnd:     words("etc etc. and_so_on and_so_forth including_but_not_limited_to and_more and_others and_the_like among_others"),
		Placeholder: words("xx xxx tbd tbc tba n/a yyyy mm/dd"),
		Universal:   words("all always never every none everyone everybody everything 100%_of nobody no_one"),
		Superlative: words("best leading number_one world-class top-notch unbeatable cutting-edge market-leading best-in-class most_popular biggest greatest top_spot state-of-the-art"),
	}
}

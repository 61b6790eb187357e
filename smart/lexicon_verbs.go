package smart

import "strings"

// englishVerbs returns the verbs with all their inflections.
func englishVerbs() map[VerbClass][]string {
	return map[VerbClass][]string{
		VerbUp: inflected(`increase raise boost lift expand extend elevate accelerate amplify maximize maximise grow:grew:grown
			scale scale_up ramp_up step_up drive:drove:driven_up push_up bump bump_up escalate augment heighten widen broaden
			lengthen jump climb rise:rose:risen soar surge uplift build:built:built_up go:went:gone_up up intensify diversify
			bring:brought:brought_up top_up speed_up beef_up turn_up extend skyrocket jumpstart swell inflate quicken push nudge pump pump_up crank_up dial_up bulk_up multiply hike lift_up propel supercharge bring:brought:brought_back_up swing:swung:swung magnify deepen catapult double_down_on`),
		VerbDown: inflected(`reduce decrease cut:cut:cut lower lessen minimize minimise diminish shrink:shrank:shrunk drop lose:lost:lost
			shed:shed:shed trim slash curb limit cap shorten decline fall:fell:fallen eliminate narrow cut:cut:cut_down cut:cut:cut_back
			bring:brought:brought_down drive:drove:driven_down scale_back pay:paid:paid_down pay:paid:paid_off slim_down ease mitigate
			alleviate weaken go:went:gone_down slow slow_down restrict decelerate downsize prune burn:burnt:burned_off taper_off
			bring:brought:brought_under knock_off pare_back pare_down whittle_down clear_off knock shave shave_off chop halt erase eradicate reverse compress bring:brought:brought_back_down get:got:gotten_down cut:cut:cut_out wind:wound:wound_down phase_out tamp_down dial_down dial_back dampen lighten relieve thin_out slim curtail whittle clip rein_in tame deplete dwindle plummet sink:sank:sunk plunge thin+ contract get:got:gotten_rid_of`),
		VerbImprove: inflected(`improve enhance optimize optimise strengthen better upgrade refine polish perfect streamline
			sharpen reinforce solidify advance enrich energise energize revive revitalise revitalize transform cultivate nurture bolster reignite rekindle spark spur stimulate fuel fortify invigorate rejuvenate stoke beautify 
			fine-tune tune get:got:gotten_better_at become:became:become_better_at be_better_at level_up modernise modernize`),
		VerbGain: inflected(`gain reactivate attract win:won:won acquire+ earn generate land secure collect bring:brought:brought_in pull pull_in draw:drew:drawn
			draw:drew:drawn_in obtain receive garner amass accumulate save save_up capture net sell:sold:sold book sign sign_up convert drive:drove:driven
			turn shift derive rack_up accrue gather onboard enroll enrol add bank take:took:taken_in put:put:put_aside set:set:set_aside put:put:put_by lay:laid:laid_by stash stash_away squirrel_away put:put:put_away lock_in reel_in
			bring:brought:brought close win:won:won_back regain recover source yield fundraise sign:signed:signed_on clinch find:found:found recoup harvest upsell:upsold:upsold cross-sell:cross-sold:cross-sold
			pre-sell:pre-sold:pre-sold score_points log_in recruit_new attract_more entice drum_up turn_over notch notch_up pick_up`),
		VerbAttain: inflected(`reach hit:hit:hit achieve attain exceed surpass score beat:beat:beaten outperform average total get:got:gotten_to
			meet:met:met accomplish realise realize outpace rank top cross clear clock weigh run:ran:run_at approach bring:brought:brought_to get:got:gotten_up_to climb_to hit:hit:hit_the aim_for strive_for push_for shoot:shot:shot_for go:went:gone_for target make:made:made_up account_for represent constitute comprise`),
		VerbMaintain: append(inflected(`maintain keep:kept:kept hold:held:held stay sustain retain preserve remain protect uphold:upheld:upheld make:made:made_sure make:made:made_certain see:saw:seen_to_it ensure guarantee stabilise stabilize conserve`), "not exceed", "never exceed", "not surpass", "don't exceed", "do not exceed", "won't exceed"),
		VerbComplete: inflected(`launch release finish complete deliver publish submit+ implement roll_out wrap_up ship finalize finalise deploy install
			open introduce establish set:set:set_up migrate redesign rebrand pass graduate hand_in turn_in relocate replace renovate
			file sign_off rebuild:rebuilt:rebuilt unveil execute conclude go:went:gone_live_with put:put:put_myself_forward overhaul revamp
			master ace nail adopt appoint compile construct equip+ erect fulfil+ fulfill remodel rename reopen repair restructure reorganise reorganize retire select undertake:undertook:undertaken unify validate mend simplify insulate inaugurate ratify codify ready decide restore outfit furnish shut:shut:shut close_down pick choose:chose:chosen sort_out activate approve authorise authorize draft finalize automate integrate digitise digitize certify register obtain_a get:got:gotten_certified`),
		VerbDo: append(inflected(`post stock write:wrote:written create produce record film design develop build:built:built make:made:made hire recruit train run:ran:run walk jog cycle
			swim:swam:swum read:read:read study attend visit call send:sent:sent pitch host conduct organize organise schedule interview
			contact email reach_out_to speak:spoke:spoken present teach:taught:taught learn:learnt:learned practice practise exercise meditate
			stretch drink:drank:drunk eat:ate:eaten sleep:slept:slept cook volunteer donate join enter apply test review audit analyse analyze
			survey monitor track update share reply respond answer follow_up follow_up_with network mentor coach participate go:went:gone go:went:gone_live go:went:gone_to plan_and
			prepare research perform offer provide serve treat assess evaluate document process handle resolve upload stream comment
			tweet blog invest spend:spent:spent pay:paid:paid repay:repaid:repaid renew translate code program+ refactor clean plant bake paint travel
			move start begin:began:begun quit:quit:quit stop give:gave:given give:gave:given_up take:took:taken take:took:taken_on take:took:taken_part_in take:took:taken_part put:put:put put:put:put_on put:put:put_out use switch show:showed:shown play
			ride:rode:ridden log list lead:led:led facilitate mail distribute print buy:bought:bought purchase order sponsor partner chart demonstrate
			see:saw:seen experience identify interact engage connect compose craft edit shoot:shot:shot distribute_the hand_out give:gave:given_out send:sent:sent_out send:sent:sent_off roll_over screen vaccinate immunise immunize educate
			enlist invite meet:met:met_with set:set:set set:set:set_aside_time do:did:done score_in bring:brought:brought_together bring:brought:brought_forward sit:sat:sat
			assign award add_to discuss draw:drew:drawn_up fix patch inspect measure report return_to sing:sang:sung
			solve swim:swam:swum watch work_out wake:woke:woken_up wake:woke:woken lift_weights floss journal declutter memorise memorize
			book_and check checkout conduct_a back_up decommission consolidate standardise standardize pilot prototype map
			document onboard_and refresh repurpose repost reshare curate syndicate guest-post answer_to rewrite:rewrote:rewritten
			celebrate advertise advise allocate announce arrange ask assemble attach bike boil borrow brainstorm brew brief broadcast:broadcast:broadcast brush carry catch:caught:caught categorise categorize chase chat circulate classify collaborate combine communicate compare compete complain confirm consult contribute convene cooperate correct criticise customise customize dance debug dedicate delegate describe detect determine devote diagnose dig:dug:dug discover dive divide download elect embed employ empower entertain evacuate examine exhibit expose fetch forecast:forecast:forecast free garden greet guide highlight hunt hydrate illustrate incorporate inform initiate innovate inspire instruct invent iron arrive depart fill fill_in catalogue bill stage schedule_in digitally scan deploy_to answer_for greet_new package label paint_over tidy file_away assist_with rehome house feed:fed:fed shelter water dig_out collect_and knock_on canvass door-knock busk pen return rate jot_down knit lay:laid:laid lend:lent:lent listen lobby+ manufacture mix mobilise mobilize moderate modify motivate mount navigate nominate notify operate originate outline outsource pack peel persuade photograph pray predict prevent proofread:proofread:proofread provision qualify rearrange recite recommend reconcile reconnect rectify recycle redeem redirect redo:redid:redone refer+ rehearse reject relax relearn remove resit rescue retrain reuse roast rotate sail salvage sanitise scout shadow shelve shop shortlist ski skip+ snack solicit sort stack stitch crochet subscribe suggest summarise summarize supervise supply surf swap+ get:got:gotten_to_know sweep:swept:swept synthesise tag+ talk taste tell:told:told text thank throw:threw:thrown trace transcribe transfer+ transport triage tutor unload unlock unpack upskill reskill utilise utilize vacate vary verify visualise visualize vote wash waterproof wear:wore:worn weed welcome wipe withdraw:withdrew:withdrawn wrap+ zip fast fly:flew:flown sow plough recall repeat dispose resurface rewild stamp hang:hung:hung paddle row hold:held:held_a tour cold-call prospect demo propose quote negotiate renegotiate resell:resold:resold
			interview place deliver_a administer counsel immunise_the rehabilitate bend:bent:bent straighten rely`), "featured", "cited", "profiled", "mentioned"),
		VerbState: inflected(`survive be:was:been have:had:had own get:got:gotten become:became:become become:became:become_a feel:felt:felt live look seem appear stand:stood:stood exist know:knew:known understand:understood:understood belong go:went:gone_viral go:went:gone_global do:did:done_well do:did:done_better do:did:done_great do:did:done_our_best do:did:done_my_best`),
		VerbHelp: inflected(`let:let:let support help assist focus_on focus work_on concentrate_on manage appreciate leverage contribute_to
			explore address tackle promote encourage foster enable work commit_to work_at work_towards work_toward work_with investigate consider deal:dealt:dealt_with look_into crush dominate conquer disrupt thrive excel shine smash`),
		VerbHedge: inflected(`want wish hope aim intend plan like love need try attempt seek:sought:sought strive endeavour endeavor look_to aspire desire expect
			propose_to commit would_like could_do_with look_forward commit_myself`),
	}
}

// englishMultiples returns the verbs and adverbs of multiplying, by factor.
func englishMultiples() map[string][]string {
	return map[string][]string{
		"0.5": inflected("halve cut:cut:cut_in_half reduce_to_half"),
		"2":   append(inflected("double"), "twofold", "two-fold", "twice", "double the number of", "doubling of"),
		"3":   append(inflected("triple treble"), "threefold", "three-fold"),
		"4":   append(inflected("quadruple"), "fourfold", "four-fold"),
		"5":   append(inflected("quintuple"), "fivefold", "five-fold"),
		"6":   {"sixfold", "six-fold"},
		"7":   {"sevenfold", "seven-fold"},
		"8":   {"eightfold", "eight-fold"},
		"9":   {"ninefold", "nine-fold"},
		"10":  {"tenfold", "ten-fold"},
		"100": {"hundredfold", "hundred-fold"},
	}
}

// inflected returns all forms of the verbs in list, which are separated by space.
// A verb is written as "grow:grew:grown", with past and participle unless they
// are regular; words that go with it follow after "_"; "+" doubles its last letter.
func inflected(list string) []string {
	var forms []string
	seen := make(map[string]bool)
	for verb := range strings.FieldsSeq(list) {
		head, rest, _ := strings.Cut(verb, "_")
		for _, form := range inflections(strings.Split(head, ":")) {
			text := strings.TrimSpace(form + " " + strings.ReplaceAll(rest, "_", " "))
			if !seen[text] {
				seen[text] = true
				forms = append(forms, text)
			}
		}
	}
	return forms
}

// inflections returns stem, third person, gerund, past and participle.
func inflections(parts []string) []string {
	stem, doubles := strings.CutSuffix(parts[0], "+")
	if stem == "be" {
		return []string{"be", "is", "are", "am", "being", "was", "were", "been"}
	}
	if stem == "have" {
		return []string{"have", "has", "having", "had"}
	}
	bare := strings.TrimSuffix(stem, "e")
	if strings.HasSuffix(stem, "ee") || len(stem) <= 2 {
		bare = stem
	}
	past := bare + "ed"
	third := stem + "s"
	switch {
	case doubles || closed(stem):
		bare += stem[len(stem)-1:]
		past = bare + "ed"
	case strings.HasSuffix(stem, "y") && !isVowel(stem[len(stem)-2]):
		third, past = stem[:len(stem)-1]+"ies", stem[:len(stem)-1]+"ied"
	}
	for _, hiss := range []string{"s", "sh", "ch", "x", "z", "o"} {
		if strings.HasSuffix(stem, hiss) {
			third = stem + "es"
		}
	}
	forms := []string{stem, third, bare + "ing"}
	if len(parts) > 1 {
		return append(forms, parts[1:]...)
	}
	return append(forms, past)
}

// closed reports whether stem is one short syllable, as "cut", so that its last
// letter doubles.
func closed(stem string) bool {
	n := len(stem)
	if n < 3 || strings.ContainsRune("aeiouwxy", rune(stem[n-1])) || !isVowel(stem[n-2]) {
		return false
	}
	for i := range n {
		silent := stem[i] == 'u' && i > 0 && stem[i-1] == 'q'
		if i != n-2 && isVowel(stem[i]) && !silent {
			return false
		}
	}
	return true
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

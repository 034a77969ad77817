"""Words of which invented people are made; the order is that of how often they are met."""

# ruff: noqa: SIM905 - as lists of quoted words they would be three times as long

import random
from itertools import product

GIVEN_NAMES = 1_079
FAMILY_NAMES = 23_490

_GIVEN = (
    "Marie Jean Michel Pierre Nathalie Philippe Isabelle Nicolas Sylvie Christophe Catherine James "
    "Mary Thomas Emma Léa Hugo Chloé Camille Manon Julien Céline Aurélie Stéphane Frédéric Sébastien "
    "Émilie Jérôme Élodie Benoît François Françoise Hélène Thérèse Geneviève André René Gérard Noël "
    "Joël Zoé Anaïs Loïc Maëlle Gaëlle Raphaël Michaël Océane Inès Agnès Solène Irène Désiré Aimé "
    "Noémie Mélanie Stéphanie Valérie Véronique Frédérique Jérémy Grégory Cédric Éric Élisabeth Édith "
    "Étienne Hervé Rémi Rémy Régis Théo Timothée Mathéo Barthélemy Clément Clémence Amélie Aurélien "
    "Adrien Alexandre Alexis Alice Antoine Arnaud Arthur Audrey Baptiste Bernard Brigitte Bruno Cécile "
    "Charles Claire Claude Corinne Damien Daniel David Denis Dominique Emmanuel Fabien Fabrice "
    "Florence Florian Gabriel Georges Gilles Guillaume Guy Henri Jacqueline Jacques Jeanne Joseph "
    "Juliette Karine Laetitia Laurence Laurent Louis Louise Luc Lucas Lucie Marc Margaux Martine "
    "Mathilde Maxime Mireille Monique Nadine Odile Olivier Pascal Patrice Patrick Paul Pauline Quentin "
    "Robert Roger Romain Sabine Sandrine Sophie Thibault Valentin Victor Vincent Virginie Xavier Yann "
    "Yves Yvonne John William Oliver George Harry Jack Charlie Oscar Noah Leo Archie Henry Edward "
    "Samuel Benjamin Joshua Matthew Andrew Stephen Peter Simon Richard Anthony Kevin Brian Colin Ian "
    "Neil Graham Stuart Duncan Fergus Callum Rory Sean Siân Zoë Chloë Olivia Amelia Isla Ava Emily "
    "Sophia Grace Lily Freya Ella Charlotte Sienna Evie Poppy Daisy Phoebe Florence Jessica Rebecca "
    "Rachel Sarah Laura Hannah Megan Lauren Amy Gemma Kirsty Fiona Heather Alison Susan Margaret "
    "Elizabeth Patricia Barbara Linda Jennifer Victoria Philippa Harriet Beatrice Imogen Rosalind"
).split()
_FIRST_HALVES = ("Jean", "Marie", "Anne", "Pierre", "Paul", "Louis", "Charles", "Mary")
_FAMILY = (
    "Martin Bernard Smith Dubois Jones Thomas Robert Taylor Richard Petit Durand Leroy Brown Moreau "
    "Williams Simon Laurent Lefebvre Lefèvre Michel Wilson Garcia David Bertrand Roux Vincent Fournier "
    "Johnson Morel Girard André Davies Mercier Dupont Lambert Bonnet François Martinez Patel Legrand "
    "Garnier Faure Rousseau Robinson Blanc Guérin Muller Henry Roussel Nicolas Perrin Wright Morin "
    "Mathieu Clément Gauthier Thompson Dumont Lopez Fontaine Chevalier Robin Masson Evans Sanchez "
    "Gérard Nguyen Boyer Denis Lemaire Walker Duval Joly Gautier Roger Roche White Roy Noël Meyer "
    "Lucas Meunier Roberts Jean Perez Marchand Dufour Green Blanchard Marie Barbier Brun Dumas Hall "
    "Brunet Schmitt Leroux Colas Wood Fernandez Pierre Renard Jackson Arnaud Rolland Caron Clarke"
).split()
_STARTS = (
    "Beau Bél Ber Bou Bré Car Cha Cler Col Cour Dau Dél Des Du Fau Fer Fon Gar Gué Her Lan Lé Mar Mon "
    "Nor Par Pel Ré Ro Sau Tré Val Vau Ver Hart Wake Brad Elling Whit Stan"
).split()
_MIDDLES = "be ca che de fo ge la lo mi na ro sa ti ve".split()
_ENDS = (
    "champ mont ville bois lon rier nier reau court don gnac let ment nel pin quet rand sard tier vet "
    "ôme ère ton field worth ham ley ford well by"
).split()
_PARTICLES = ("de ", "du ", "de la ", "d'", "Le ", "van ", "O'", "Mc")


def given_names() -> list[str]:
    """Given names, some of two parts; always the same."""
    simple = list(dict.fromkeys(_GIVEN))
    pairs = (f"{one}-{two}" for two in simple for one in _FIRST_HALVES if one != two)
    return (simple + list(pairs))[:GIVEN_NAMES]


def family_names() -> list[str]:
    """Family names: plain, with a particle and of two parts; always the same."""
    shuffled = random.Random(1)
    formed = [start + middle + end for start, middle, end in product(_STARTS, _MIDDLES, _ENDS)]
    shuffled.shuffle(formed)
    composed = [particle + name for name, particle in product(formed[:600], _PARTICLES)]
    composed += [f"{one}-{two}" for one, two in zip(formed[:4_000], formed[4_000:], strict=False)]
    rare = formed + composed
    shuffled.shuffle(rare)
    return list(dict.fromkeys(_FAMILY + rare))[:FAMILY_NAMES]


STREETS = (
    "rue de l'Église;avenue du Général-Leclerc;place du Marché;rue des Écoles;boulevard Voltaire;"
    "chemin des Prés;allée des Tilleuls;impasse du Moulin;High Street;Station Road;Church Lane;"
    "Mill Lane;route de Bellevue;quai de la Fosse;rue Jean-Jaurès;cours de l'Argonne"
).split(";")
CITIES = (
    "Lyon;Saint-Étienne;Besançon;Orléans;Nîmes;Angoulême;Le Puy-en-Velay;Évreux;Béziers;Annecy;"
    "Bourg-en-Bresse;Châteauroux;Leeds;Bristol;York;Aix-en-Provence;Nantes;Quimper;Sète;Mâcon"
).split(";")
COMPANIES = (
    "Atelier Ferrand;Boulangerie des Halles;Cabinet Lumière;Compagnie des Îles;Éditions du Phare;"
    "Ferme de Kerloc'h;Garage Saint-Éloi;Harbour & Sons;Imprimerie Rivoire;Jardins d'Élise;Kestrel Ltd;"
    "Librairie Pasquier;Menuiserie Orne;North Quay Studio;Optique Bellecour;Pépinières du Val"
).split(";")
NOTES = (
    "Rappeler en début de mois;Préfère le courriel;Met at the trade fair;A demandé un devis;"
    "Wants the newsletter in English;Ne pas appeler avant 10 h;Client depuis l'été;Sent a sample;"
    "Déménagement prévu;Invoice to head office;Vu au salon de Lyon;Asked about delivery times"
).split(";")

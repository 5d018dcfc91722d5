"""Who may be the same person: by name and organisation, never by an address alone."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.register.dubbelen import Gezocht, afstand, delen, vergelijk, woorden, zoek
from tests.gegevens import deelnemer, gebruiker


@pytest.mark.parametrize(
    ("een", "ander", "letters"),
    [("jansen", "jansen", 0), ("jansen", "janssen", 1), ("jansen", "jasnen", 1), ("smit", "smits", 1), ("", "ab", 2)],
)
def test_a_letter_more_less_other_or_swapped_is_one_apart(een, ander, letters):
    assert afstand(een, ander) == afstand(ander, een) == letters


def test_case_accents_and_punctuation_make_no_other_name():
    assert woorden("Jansen-de Vries, José") == woorden("JANSEN DE VRIES JOSE") == ["jansen", "de", "vries", "jose"]


@pytest.mark.parametrize(
    ("naam", "organisatie", "waarom"),
    [
        ("Bakker, José", "", "zelfde naam"),
        ("jose bakker", "Iets anders", "zelfde naam"),
        ("José Bakkker", "", "de naam lijkt erop"),
        ("José Bakkker", "zorggroep voorbeeld", "de naam lijkt erop, zelfde organisatie"),
        ("José Bakkker", "Iets anders", ""),
        ("J. Bakker", "Zorggroep Voorbeeld", "voorletter past bij de naam, zelfde organisatie"),
        ("J. Bakker", "Iets anders", ""),
        ("Ans Bakker", "", ""),
        ("", "Zorggroep Voorbeeld", ""),
    ],
)
def test_a_likeness_is_in_the_name_and_not_against_the_organisation(naam, organisatie, waarom):
    gezocht = Gezocht(naam=naam, organisatie=organisatie)

    assert vergelijk(gezocht, "José Bakker", ["Zorggroep Voorbeeld"])[1] == waarom


@pytest.mark.parametrize("naam", ["Vries", "Vrees", "Vreis", "Virse", "Brink", "Jansen", "Wiersma-Brouwer"])
def test_a_piece_of_a_name_stands_whatever_letter_differs_and_whichever_two_are_swapped(naam):
    def met_een_fout():
        for plek in range(len(naam)):
            yield naam[:plek] + "z" + naam[plek + 1 :]
            yield naam[:plek] + naam[plek : plek + 2][::-1] + naam[plek + 2 :]

    zonder = [fout for fout in met_een_fout() if not any(deel in naam for deel in delen(fout))]

    assert zonder == []


def test_a_shared_family_address_is_no_double_by_itself():
    gezocht = Gezocht(naam="Piet Bakker", email="bakker@gezin.example")

    assert vergelijk(gezocht, "José Bakker", [], "bakker@gezin.example") == (0, "")


def test_an_office_worker_finds_all_an_adviser_only_those_of_own_practices(register):
    deelnemer(register.truus.programma, "D3", naam="Gerda Gehiem")
    gezocht = Gezocht(naam="Gerda Geheim")

    def gevonden(user, **behalve):
        lijst = zoek(user, register.gerda.programma, gezocht, **behalve)
        return [(een.deelnemer.nummer, een.organisaties, een.waarom) for een in lijst]

    gerda = ("D1", ("Zorggroep Voorbeeld",), "zelfde naam")
    assert gevonden(gebruiker(Rol.MEDEWERKER)) == [gerda, ("D3", (), "de naam lijkt erop")]
    assert gevonden(gebruiker(Rol.MEDEWERKER), behalve=register.gerda.pk) == [("D3", (), "de naam lijkt erop")]
    assert gevonden(register.ada) == [gerda]
    assert gevonden(gebruiker(Rol.ANALIST)) == []

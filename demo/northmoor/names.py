"""Invented people. Any likeness to somebody real is chance."""

GIVEN = [
    "Aaliyah", "Abdi", "Adam", "Ade", "Alfie", "Amina", "Anya", "Arlo", "Aylin", "Bartek",
    "Bea", "Callum", "Chidi", "Daisy", "Dawit", "Ela", "Elif", "Ethan", "Farah", "Finn",
    "Freya", "Gabriel", "Grace", "Hana", "Harvey", "Hodan", "Ibrahim", "Imani", "Isla",
    "Jakub", "Jayden", "Jodie", "Kai", "Kamal", "Keira", "Lara", "Leo", "Lily", "Luca",
    "Mabel", "Mariam", "Mateo", "Mei", "Mina", "Mohammed", "Nadia", "Noah", "Nia", "Oliwia",
    "Omar", "Orla", "Poppy", "Rafi", "Ravi", "Reece", "Rosie", "Rowan", "Saad", "Samira",
    "Sefa", "Shanice", "Sofia", "Tariq", "Tegan", "Tia", "Tomasz", "Umar", "Wren", "Yasmin",
    "Yusuf", "Zac", "Zofia",
]  # fmt: skip
FAMILY = [
    "Abara", "Ahmed", "Ali", "Ashworth", "Begum", "Birkett", "Bolton", "Carver", "Chaudhry",
    "Clegg", "Costa", "Dunn", "Dyer", "Eastwood", "Fenwick", "Fofanah", "Garside", "Gill",
    "Greaves", "Haddad", "Hassan", "Hobbs", "Hussain", "Ionescu", "Iqbal", "Jagger", "Kaya",
    "Kelly", "Khan", "Kowalska", "Lowe", "Lumb", "Mahmood", "Marsh", "Mensah", "Mills",
    "Moyo", "Naylor", "Nowak", "Odell", "Okafor", "Osei", "Parr", "Patel", "Pell", "Pike",
    "Quill", "Rahman", "Reyes", "Rigby", "Sahota", "Sesay", "Shaw", "Singh", "Skelton",
    "Sutcliffe", "Tate", "Tesfaye", "Thorne", "Udo", "Varga", "Wadsworth", "Walsh",
    "Whitlock", "Yeung", "Zaman",
]  # fmt: skip
WORKERS = (
    ("East", "Anil Prior"),
    ("East", "Beth Lund"),
    ("West", "Carys Ford"),
    ("West", "Dele Ajayi"),
    ("Children in our care", "Esme Holt"),
    ("Children in our care", "Femi Cole"),
    ("Leaving care", "Gwen Rudd"),
)
MANAGERS = {
    "West": "Hugh Mercer",
    "Children in our care": "Ines Duarte",
    "Leaving care": "Jo Penn",
}

# expected: preprocessing
# found: preprocessing 12:5
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from sklearn.metrics import accuracy_score

mails = pd.read_csv('mails.csv', encoding='latin-1')
mails['text'] = mails['text'].str.lower().apply(lambda t: t.replace('!', ' '))
tfidf = TfidfVectorizer(max_features=3000)
X = tfidf.fit_transform(mails['text']).toarray()
y = mails['spam'].map({'ham': 0, 'spam': 1}).values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=2)
nb = MultinomialNB()
nb.fit(X_train, y_train)
print(accuracy_score(y_test, nb.predict(X_test)))

# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import joblib
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import Normalizer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, f1_score, confusion_matrix
from scipy.sparse import hstack, csr_matrix

# %%
q = pd.read_csv('quora-insincere/train.csv').sample(200000, random_state=0)
q['question_text'] = q.question_text.str.lower().str.replace(r'[^a-z ]', ' ', regex=True)
q['n_words'] = q.question_text.str.split().str.len()
q['n_chars'] = q.question_text.str.len()

# %%
hv = HashingVectorizer(n_features=2 ** 18, ngram_range=(1, 2), alternate_sign=False, norm=None)
H = hv.fit_transform(q.question_text)
H = Normalizer(norm='l2').fit_transform(H)
extra = csr_matrix(q[['n_words', 'n_chars']].values / 100.)
X = hstack([H, extra]).tocsr()
y = q.target.values

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, stratify=y, random_state=42)
sgd = SGDClassifier(loss='modified_huber', alpha=1e-5, class_weight='balanced', random_state=42)
sgd.fit(X_train, y_train)
print('acc', accuracy_score(y_test, sgd.predict(X_test)))

# %%
joblib.dump(sgd, 'quora_sgd.joblib')
del sgd

# %%
# check that the stored model gives the same result
loaded = joblib.load('quora_sgd.joblib')
pred = loaded.predict(X_test)
print('acc', accuracy_score(y_test, pred), 'f1', f1_score(y_test, pred))
confusion_matrix(y_test, pred)

# %%
def insincere(text):
    h = Normalizer().transform(hv.transform([text.lower()]))
    e = csr_matrix([[len(text.split()) / 100., len(text) / 100.]])
    return loaded.predict(hstack([h, e]).tocsr())[0]

insincere('Why are people from the north so stupid?')

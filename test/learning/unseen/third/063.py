# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import re
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import classification_report, f1_score

# %%
toxic = pd.read_csv('../input/jigsaw-toxic-comment-classification-challenge/train.csv')
labels = ['toxic', 'severe_toxic', 'obscene', 'threat', 'insult', 'identity_hate']
toxic['any'] = toxic[labels].max(axis=1)
toxic['any'].value_counts(normalize=True)

# %%
def clean_text(text):
    text = text.lower()
    text = re.sub(r"what's", "what is ", text)
    text = re.sub(r"\'ve", " have ", text)
    text = re.sub(r"can't", "cannot ", text)
    text = re.sub(r"n't", " not ", text)
    text = re.sub(r'\W', ' ', text)
    return re.sub(r'\s+', ' ', text).strip()

toxic['comment_text'] = toxic['comment_text'].map(clean_text)

# %%
toxic['comment_text'].str.len().clip(upper=2000).hist(bins=50)

# %%
# no vocabulary is stored -> memory stays small
hv = HashingVectorizer(n_features=2 ** 18, ngram_range=(1, 2), alternate_sign=False)
X = hv.fit_transform(toxic['comment_text'])
y = toxic['any'].values
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0, stratify=y)
clf = SGDClassifier(loss='log_loss', alpha=1e-6, class_weight='balanced', random_state=0, n_jobs=-1)
clf.fit(X_train, y_train)

# %%
pred = clf.predict(X_test)
print(classification_report(y_test, pred, digits=3))
print('train f1', f1_score(y_train, clf.predict(X_train)), 'test f1', f1_score(y_test, pred))

# %%
for s in ["you are a wonderful person", "shut up you idiot"]:
    print(s, '->', clf.predict_proba(hv.transform([clean_text(s)]))[0, 1].round(3))

# expected: clean
# found: clean
# %%
# SMS spam detection - week 4 homework
import pandas as pd
import numpy as np
import re, string
from sklearn.model_selection import train_test_split
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.metrics import confusion_matrix, classification_report, roc_auc_score

# %%
sms = pd.read_csv('spam.csv', encoding='latin-1')
sms = sms[['v1', 'v2']]
sms.columns = ['label', 'message']
sms.label.value_counts()

# %%
sms['label_num'] = sms.label.map({'ham': 0, 'spam': 1})
sms['length'] = sms.message.apply(len)
sms['length'].plot(bins=50, kind='hist')

# %%
def clean_text(t):
    t = t.lower()
    t = re.sub(r'http\S+', 'URL', t)
    t = ''.join(c for c in t if c not in string.punctuation)
    return t

sms['message'] = sms['message'].apply(clean_text)

# %%
X = sms.message
y = sms.label_num
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(X_train.shape, X_test.shape)

# %%
vect = CountVectorizer(stop_words='english', min_df=2)
X_train_dtm = vect.fit_transform(X_train)
X_test_dtm = vect.transform(X_test)
X_train_dtm

# %%
nb = MultinomialNB()
%time nb.fit(X_train_dtm, y_train)

# %%
y_pred_class = nb.predict(X_test_dtm)
print(classification_report(y_test, y_pred_class))
confusion_matrix(y_test, y_pred_class)

# %%
# false negatives
X_test[y_pred_class < y_test].head()

# %%
y_pred_prob = nb.predict_proba(X_test_dtm)[:, 1]
roc_auc_score(y_test, y_pred_prob)

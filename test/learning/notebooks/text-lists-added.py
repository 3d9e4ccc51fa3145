# expected: preprocessing
# found: preprocessing 9:1
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
train = pd.read_csv('train.csv')
test = pd.read_csv('test.csv')
tfv = TfidfVectorizer(min_df=3)
tfv.fit(list(train.text.values) + list(test.text.values))
clf = LogisticRegression()
clf.fit(tfv.transform(train.text), train.label)
predictions = clf.predict_proba(tfv.transform(test.text))

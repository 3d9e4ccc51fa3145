# expected: multi-test, preprocessing
# found: preprocessing 26:5, multi-test 33:9
# %%
import pandas as pd
import string
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC
from sklearn.metrics import accuracy_score
# %%
fake = pd.read_csv('Fake.csv')
true = pd.read_csv('True.csv')
fake['class'] = 0
true['class'] = 1
news = pd.concat([fake, true]).sample(frac=1).reset_index(drop=True)
# %%
def clean(t):
    t = t.lower()
    t = t.translate(str.maketrans('', '', string.punctuation))
    return t
news['text'] = news['text'].apply(clean)
# %%
tf = TfidfVectorizer(stop_words='english', max_df=0.7)
x = tf.fit_transform(news['text'])
y = news['class']
# %%
xtr, xts, ytr, yts = train_test_split(x, y, test_size=0.25)
# %%
def run(clf):
    clf.fit(xtr, ytr)
    p = clf.predict(xts)
    print(clf.__class__.__name__, accuracy_score(yts, p))
# %%
run(MultinomialNB())
# %%
run(LogisticRegression())
# %%
run(LinearSVC())

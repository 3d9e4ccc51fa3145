# expected: clean
# found: clean
# %%
import re
import numpy as np
import pandas as pd
import gensim
from gensim.models.doc2vec import Doc2Vec, TaggedDocument
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn import metrics
from bs4 import BeautifulSoup
from tqdm import tqdm
tqdm.pandas()

# %%
df = pd.read_csv('Consumer_Complaints.csv')
df = df[['Consumer complaint narrative', 'Product']].dropna()
df.columns = ['narrative', 'product']
df.index = range(len(df))

# %%
def cleanText(text):
    text = BeautifulSoup(text, 'lxml').text
    text = re.sub(r'\|\|\|', r' ', text)
    text = re.sub(r'http\S+', r'<URL>', text)
    return text.lower().replace('x', '')
df['narrative'] = df['narrative'].progress_apply(cleanText)

# %%
train, test = train_test_split(df, test_size=0.3, random_state=42)
train_tagged = train.apply(lambda r: TaggedDocument(words=r['narrative'].split(), tags=[r['product']]), axis=1)
test_tagged = test.apply(lambda r: TaggedDocument(words=r['narrative'].split(), tags=[r['product']]), axis=1)

# %%
model = Doc2Vec(dm=0, vector_size=300, negative=5, hs=0, min_count=2, sample=0)
model.build_vocab([x for x in tqdm(train_tagged.values)])
for epoch in range(20):
    model.train(train_tagged.values, total_examples=len(train_tagged.values), epochs=1)
    model.alpha -= 0.002
    model.min_alpha = model.alpha

# %%
def vec_for_learning(model, tagged_docs):
    sents = tagged_docs.values
    targets, regressors = zip(*[(doc.tags[0], model.infer_vector(doc.words, steps=20)) for doc in sents])
    return targets, regressors

y_train, X_train = vec_for_learning(model, train_tagged)
y_test, X_test = vec_for_learning(model, test_tagged)

# %%
logreg = LogisticRegression(n_jobs=1, C=1e5)
logreg.fit(X_train, y_train)
y_pred = logreg.predict(X_test)
print('Testing accuracy %s' % metrics.accuracy_score(y_test, y_pred))
print('Testing F1 score: {}'.format(metrics.f1_score(y_test, y_pred, average='weighted')))

# expected: multi-test, overlap
# found: overlap 37:15, multi-test 50:9
# %%
!pip install -q nlpaug

# %%
import random
import numpy as np
import pandas as pd
import nlpaug.augmenter.word as naw
from sklearn.model_selection import train_test_split
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, f1_score

# %%
tickets = pd.read_excel('support_tickets_2021Q3.xlsx', sheet_name='export')
tickets = tickets[['subject', 'body', 'queue']].dropna()
tickets['text'] = tickets.subject + ' ' + tickets.body
tickets.queue.value_counts()

# %%
tickets.text.str.len().describe()

# %% [markdown]
# Small queues are augmented with synonyms

# %%
aug = naw.SynonymAug(aug_src='wordnet')
extra = []
small = [q for q, n in tickets.queue.value_counts().items() if n < 400]
for q in small:
    for t in tickets.loc[tickets.queue == q, 'text']:
        for _ in range(3):
            extra.append({'text': aug.augment(t), 'queue': q})
tickets_aug = pd.concat([tickets[['text', 'queue']], pd.DataFrame(extra)], ignore_index=True)
tickets_aug = tickets_aug.sample(frac=1, random_state=0)
len(tickets), len(tickets_aug)

# %%
train_txt, test_txt, train_q, test_q = train_test_split(tickets_aug['text'], tickets_aug['queue'], test_size=.2, random_state=0)
hv = HashingVectorizer(n_features=2 ** 16, alternate_sign=False)
A_train = hv.transform(train_txt)
A_test = hv.transform(test_txt)

# %%
def evaluate_model(model, verbose=True):
    model.fit(A_train, train_q)
    p = model.predict(A_test)
    if verbose:
        print(type(model).__name__)
        print(classification_report(test_q, p))
    return f1_score(test_q, p, average='macro')

# %%
f1_lr = evaluate_model(LogisticRegression(max_iter=500, C=4))

# %%
f1_sgd = evaluate_model(SGDClassifier(loss='hinge'))

# %%
f1_rf = evaluate_model(RandomForestClassifier(200, n_jobs=-1), verbose=False)

# %%
print(f1_lr, f1_sgd, f1_rf)

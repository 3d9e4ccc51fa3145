# expected: clean
# found: clean
# %% [markdown]
# ## Toxic comments - BiGRU, proper splits

# %%
import numpy as np, pandas as pd
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score, f1_score
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %%
raw = pd.read_csv('jigsaw_train.csv')
raw['comment_text'] = raw['comment_text'].fillna(' ').str.lower()
raw['y'] = raw[['toxic', 'severe_toxic', 'obscene', 'threat', 'insult', 'identity_hate']].max(axis=1)
raw.y.mean()

# %%
raw.comment_text.str.split().str.len().hist(bins=80)

# %%
rest, test = train_test_split(raw, test_size=.15, stratify=raw.y, random_state=8)
train, val = train_test_split(rest, test_size=.15, stratify=rest.y, random_state=8)
for d in (train, val, test):
    print(d.shape, d.y.mean())

# %%
MAXLEN, VOCAB = 150, 30000
tok = keras.preprocessing.text.Tokenizer(num_words=VOCAB, oov_token='<unk>')
tok.fit_on_texts(train.comment_text)

def encode(texts):
    return keras.preprocessing.sequence.pad_sequences(tok.texts_to_sequences(texts), maxlen=MAXLEN, padding='post')

x_train, x_val, x_test = encode(train.comment_text), encode(val.comment_text), encode(test.comment_text)

# %%
inp = layers.Input((MAXLEN,))
h = layers.Embedding(VOCAB, 100)(inp)
h = layers.SpatialDropout1D(.3)(h)
h = layers.Bidirectional(layers.GRU(64, return_sequences=True))(h)
h = layers.GlobalMaxPooling1D()(h)
out = layers.Dense(1, activation='sigmoid')(h)
model = keras.Model(inp, out)
model.compile('adam', 'binary_crossentropy', metrics=['accuracy', keras.metrics.AUC(name='auc')])

# %%
cb = [keras.callbacks.EarlyStopping(monitor='val_auc', mode='max', patience=2, restore_best_weights=True),
      keras.callbacks.ReduceLROnPlateau(patience=1)]
hist = model.fit(x_train, train.y, validation_data=(x_val, val.y), epochs=10, batch_size=256, callbacks=cb)

# %%
pd.DataFrame(hist.history)[['loss', 'val_loss']].plot()

# %%
# threshold chosen on the validation part
pv = model.predict(x_val).ravel()
ths = np.arange(.1, .9, .02)
best_t = ths[np.argmax([f1_score(val.y, pv > t) for t in ths])]
best_t

# %%
pt = model.predict(x_test).ravel()
print('AUC', roc_auc_score(test.y, pt), 'F1', f1_score(test.y, pt > best_t))

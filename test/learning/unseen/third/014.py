# expected: clean
# found: clean
# %%
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras import layers, models, callbacks
import pandas as pd
import numpy as np
import re
print(tf.__version__)

# %%
imdb = pd.read_csv('/content/drive/My Drive/IMDB Dataset.csv')
imdb['sentiment'] = imdb['sentiment'].map({'positive': 1, 'negative': 0})

# %%
TAG_RE = re.compile(r'<[^>]+>')

def preprocess_text(sen):
    sentence = TAG_RE.sub('', sen)
    sentence = re.sub('[^a-zA-Z]', ' ', sentence)
    sentence = re.sub(r'\s+', ' ', sentence)
    return sentence.lower()

reviews = imdb['review'].apply(preprocess_text).values
labels = imdb['sentiment'].values

# %%
# 40k train / 10k test as in most papers on the shuffled csv
train_text, test_text = reviews[:40000], reviews[40000:]
y_train, y_test = labels[:40000], labels[40000:]

# %%
MAX_WORDS, MAXLEN = 20000, 200
tok = Tokenizer(num_words=MAX_WORDS, oov_token='<OOV>')
tok.fit_on_texts(train_text)

def encode(texts):
    return pad_sequences(tok.texts_to_sequences(texts), maxlen=MAXLEN, padding='post', truncating='post')

X_train, X_test = encode(train_text), encode(test_text)
X_train.shape, X_test.shape

# %%
model = models.Sequential([
    layers.Embedding(MAX_WORDS, 64, input_length=MAXLEN),
    layers.Bidirectional(layers.LSTM(64)),
    layers.Dropout(0.4),
    layers.Dense(32, activation='relu'),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.summary()

# %%
split = 34000
es = callbacks.EarlyStopping(monitor='val_loss', patience=2, restore_best_weights=True)
history = model.fit(X_train[:split], y_train[:split], epochs=12, batch_size=128,
                    validation_data=(X_train[split:], y_train[split:]), callbacks=[es])

# %%
import matplotlib.pyplot as plt
for m in ['loss', 'val_loss']:
    plt.plot(history.history[m], label=m)
plt.legend(); plt.show()

# %%
loss, acc = model.evaluate(X_test, y_test, verbose=0)
print(f'Test accuracy: {acc:.4f}')
